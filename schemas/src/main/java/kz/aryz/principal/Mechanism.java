package kz.aryz.principal;

/** How a password is shown to the brokers. */
public enum Mechanism {

    /** Without telling it: SCRAM (RFC 5802) with SHA-512. */
    SCRAM("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule"),

    /** As it is (RFC 4616): for those that a broker on this machine has to know before it can remember anybody. */
    PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule");

    private final String saslName;
    private final String loginModule;

    Mechanism(String saslName, String loginModule) {
        this.saslName = saslName;
        this.loginModule = loginModule;
    }

    /** Value of {@code sasl.mechanism}. */
    public String saslName() {
        return saslName;
    }

    /** Value of {@code sasl.jaas.config} of a client. */
    String login(String user, String password) {
        return "%s required username=\"%s\" password=\"%s\";".formatted(loginModule, user, password);
    }
}
