package kz.aryz.runtime;

/** What a service does at its start: builds its parts in order and hands each to the lifecycle for its end. */
@FunctionalInterface
public interface Program {

    /** Returns when everything has started. */
    void start(Lifecycle lifecycle) throws Exception;
}
