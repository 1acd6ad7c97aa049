package kz.aryz.runtime.health;

/** Asks one part of a service how it is. */
@FunctionalInterface
public interface HealthCheck {

    /** May block and may fail: the caller bounds the time and turns an exception into {@link Health.Down}. */
    Health health() throws Exception;
}
