package kz.aryz.system.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A page as Chromium tells it to a screen reader. */
record Outline(List<Node> nodes) {

    private static final Set<String> OPERABLE = Set.of(
            "textbox", "combobox", "checkbox", "radio", "button", "link", "DisclosureTriangle", "listbox", "searchbox");

    /** A thing on the page: what it is, what it is called, what is said of it besides. */
    record Node(String role, String name, String description, boolean focused) {}

    static Outline of(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        try {
            JsonObject tree = session.send("Accessibility.getFullAXTree");
            return new Outline(StreamSupport.stream(tree.getAsJsonArray("nodes").spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .filter(node -> !node.get("ignored").getAsBoolean())
                    .map(Outline::node)
                    .toList());
        } finally {
            session.detach();
        }
    }

    /** All that can be worked with. */
    List<Node> controls() {
        return nodes.stream().filter(node -> OPERABLE.contains(node.role())).toList();
    }

    /** Where the reader is. */
    Node focused() {
        return nodes.stream()
                .filter(Node::focused)
                .reduce((outer, inner) -> inner)
                .orElseThrow();
    }

    private static Node node(JsonObject node) {
        boolean focused = node.has("properties")
                && StreamSupport.stream(node.getAsJsonArray("properties").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .filter(property -> property.get("name").getAsString().equals("focused"))
                        .anyMatch(property ->
                                property.getAsJsonObject("value").get("value").getAsBoolean());
        return new Node(text(node, "role"), text(node, "name"), text(node, "description"), focused);
    }

    private static String text(JsonObject node, String member) {
        return Optional.ofNullable(node.getAsJsonObject(member))
                .map(value -> value.get("value"))
                .map(JsonElement::getAsString)
                .orElse("");
    }
}
