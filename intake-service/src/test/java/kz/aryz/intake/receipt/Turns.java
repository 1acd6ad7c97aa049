package kz.aryz.intake.receipt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets threads take steps in a given order: a schedule of an interleaving. When it is used up, everybody may go on. */
final class Turns {

    private final Deque<Integer> order;
    private final Set<Integer> finished = new HashSet<>();

    Turns(List<Integer> order) {
        this.order = new ArrayDeque<>(order);
    }

    /** Waits for the turn and uses it up. */
    synchronized void take(int who) {
        skipFinished();
        while (!order.isEmpty() && order.peek() != who) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            skipFinished();
        }
        order.poll();
        notifyAll();
    }

    synchronized void finish(int who) {
        finished.add(who);
        notifyAll();
    }

    private void skipFinished() {
        while (!order.isEmpty() && finished.contains(order.peek())) {
            order.poll();
        }
    }
}
