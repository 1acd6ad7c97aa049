package kz.aryz.system.deadletter;

/** A line of {@code aryz dead-letters list --json}. */
record Listed(String key, String service, String code, String at) {

    boolean isOf(String record) {
        return key.equals(record);
    }
}
