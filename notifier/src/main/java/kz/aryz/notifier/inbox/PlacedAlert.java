package kz.aryz.notifier.inbox;

import kz.aryz.notifier.alert.InboxPlace;

/**
 * An alert and where it stands in the inbox.
 *
 * @param place text of its {@link InboxPlace}
 */
public record PlacedAlert(String place, AlertEntry alert) {}
