package kz.aryz.notifier;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.notifier.alert.Doubling;
import kz.aryz.notifier.alert.RetrySchedule;
import kz.aryz.notifier.mail.MailAddresses;
import kz.aryz.notifier.mail.SmtpAddress;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.Format;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.config.Variable;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.signin.SignInVariables;
import kz.aryz.runtime.streams.StreamsInstance;
import kz.aryz.runtime.streams.StreamsVariables;

/**
 * What notifier is told by its environment.
 *
 * @param service what every service is told
 * @param keys directory with the public keysets, for sealing notes, and the Commissioner's private one, for opening
 * @param oidc what the service is to the identity provider; empty where nobody signs in
 * @param instance this instance of the topology
 * @param addresses who writes to whom
 * @param smtp the mail server
 * @param smtpConnect how long it may take to accept a connection
 * @param sending how long a whole sending may take
 * @param lanes how many mails this instance sends at once
 * @param retries the pauses between attempts
 * @param decisionWithin overrides the profile's setting; empty to go by it
 */
public record NotifierConfig(
        ServiceConfig service,
        URI keys,
        Optional<OidcClient> oidc,
        StreamsInstance instance,
        MailAddresses addresses,
        SmtpAddress smtp,
        Duration smtpConnect,
        Doubling sending,
        int lanes,
        RetrySchedule retries,
        Optional<Duration> decisionWithin,
        Duration holdingWithin) {

    /** Name of the service, of its group and of the prefix of its internal topics. */
    public static final String NAME = "notifier";

    private static final CommonVariables COMMON = new CommonVariables(NAME, "127.0.0.1", 8082);

    private static final SignInVariables SIGN_IN = new SignInVariables(NAME);

    /** Two lines of twelve tasks. */
    private static final StreamsVariables STREAMS = new StreamsVariables(COMMON, 24);

    private static final Variable<SmtpAddress> SMTP = Variable.withDefault(
            "ARYZ_SMTP_URL",
            "mail server: `smtp://`, `starttls://` or `smtps://`, then `user:password@` if it wants one, then `host:port`",
            "smtp://localhost:3025",
            new Format<>("set the address of a mail server, such as smtp://localhost:25", SmtpAddress::parse));

    private static final Variable<String> COMMISSIONER_EMAIL = Variable.withDefault(
            "ARYZ_COMMISSIONER_EMAIL",
            "mailbox of the Commissioner's office",
            "commissioner@ombudsman.example",
            Format.TEXT);

    private static final Variable<String> SENDER = Variable.withDefault(
            "ARYZ_MAIL_FROM",
            "address that mails come from; its domain ends every Message-ID",
            "aryz@aryz.example",
            Format.TEXT);

    private static final Variable<Duration> SMTP_CONNECT = Variable.withDefault(
            "ARYZ_SMTP_CONNECT_TIMEOUT",
            "how long the mail server may take to accept a connection",
            "PT10S",
            Format.DURATION);

    private static final Variable<Duration> SENDING = Variable.withDefault(
            "ARYZ_SMTP_TIMEOUT",
            "how long the first attempt to send a mail may take; each following one twice as long, up to"
                    + " `ARYZ_OUTCOME_WITHIN`",
            "PT30S",
            Format.DURATION);

    private static final Variable<Integer> LANES = Variable.withDefault(
            "ARYZ_MAIL_LANES",
            "mails that this instance sends at once; 12 lanes more in all instances let one more mail of a partition"
                    + " hang without another waiting",
            "25",
            Format.integerBetween(1, 64));

    private static final Variable<Duration> FIRST_PAUSE = Variable.withDefault(
            "ARYZ_RETRY_FIRST",
            "pause after the first failed attempt; each following one is twice as long",
            "PT5S",
            Format.DURATION);

    private static final Variable<Duration> LONGEST_PAUSE = Variable.withDefault(
            "ARYZ_RETRY_LONGEST", "the longest pause between attempts, which never end", "PT15M", Format.DURATION);

    private static final Variable<Duration> OUTCOME_WITHIN = Variable.withDefault(
            "ARYZ_OUTCOME_WITHIN",
            "an attempt that no worker reports on within this time is made again",
            "PT5M",
            Format.DURATION);

    private static final Variable<Optional<Duration>> DECISION_WITHIN = Variable.optional(
            "ARYZ_DECISION_WITHIN",
            "how long a complaint may go without a decision before the Commissioner is told",
            "profile setting commissioner.decision-within",
            Format.DURATION);

    private static final Variable<Duration> HOLDING_WITHIN = Variable.withDefault(
            "ARYZ_HOLDING_WITHIN",
            "how long the Commissioner's office may hold a complaint, or leave an alert unconfirmed whose mail was taken,"
                    + " before it is told, and told again",
            "PT24H",
            Format.DURATION);

    /** Every variable, in the order of the documentation. */
    public static List<Variable<?>> variables() {
        List<Variable<?>> own = List.of(
                CommonVariables.KEYS,
                SMTP,
                COMMISSIONER_EMAIL,
                SENDER,
                SMTP_CONNECT,
                SENDING,
                LANES,
                FIRST_PAUSE,
                LONGEST_PAUSE,
                OUTCOME_WITHIN,
                DECISION_WITHIN,
                HOLDING_WITHIN);
        return Stream.of(COMMON.all(), own, SIGN_IN.all(), STREAMS.all())
                .<Variable<?>>flatMap(List::stream)
                .toList();
    }

    /**
     * Reads the environment.
     *
     * @throws ConfigurationException naming every variable that does not fit
     */
    public static NotifierConfig from(Map<String, String> texts) {
        Environment environment = Environment.read(texts, variables());
        return new NotifierConfig(
                COMMON.config(environment),
                environment.get(CommonVariables.KEYS),
                SIGN_IN.client(environment),
                STREAMS.instance(environment),
                addresses(environment),
                environment.get(SMTP),
                environment.get(SMTP_CONNECT),
                new Doubling(environment.get(SENDING), environment.get(OUTCOME_WITHIN)),
                environment.get(LANES),
                retries(environment),
                environment.get(DECISION_WITHIN),
                environment.get(HOLDING_WITHIN));
    }

    private static MailAddresses addresses(Environment environment) {
        try {
            return new MailAddresses(environment.get(SENDER), environment.get(COMMISSIONER_EMAIL));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(
                    SENDER.name() + ", " + COMMISSIONER_EMAIL.name() + ": set each to a mail address alone, such as "
                            + "aryz@aryz.example, without a name or angle brackets"));
        }
    }

    private static RetrySchedule retries(Environment environment) {
        try {
            return new RetrySchedule(
                    environment.get(FIRST_PAUSE),
                    environment.get(LONGEST_PAUSE),
                    environment.get(OUTCOME_WITHIN),
                    environment.get(HOLDING_WITHIN));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    List.of(LONGEST_PAUSE.name() + ": set a duration not shorter than " + FIRST_PAUSE.name()));
        }
    }
}
