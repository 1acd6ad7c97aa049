package kz.aryz.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void whatIsAwayForNowIsTriedAgainHoweverDeepTheCause() {
        assertThat(Fault.of(new StreamsException("thread", new RuntimeException(new TimeoutException("broker")))))
                .isEqualTo(Fault.RETRIABLE);
    }

    @Test
    void whatATransactionHeldThatTheBrokerGaveUpIsTriedAgain() {
        assertThat(Fault.of(new StreamsException("commit", new InvalidTxnStateException("ended"))))
                .isEqualTo(Fault.RETRIABLE);
    }

    @Test
    void bytesThatAreNoRecordAreTheRecordsFault() {
        assertThat(Fault.of(new SerializationException("bytes"))).isEqualTo(Fault.OF_THE_RECORD);
    }

    @Test
    void aFaultOfTheProgramPutsTheRecordAside() {
        assertThat(Fault.of(new NullPointerException())).isEqualTo(Fault.OF_THE_RECORD);
    }

    @Test
    void kafkaAndTheMachineAreNoRecordsFault() {
        assertThat(Fault.of(new StreamsException("store"))).isEqualTo(Fault.FATAL);
        assertThat(Fault.of(new RuntimeException(new OutOfMemoryError()))).isEqualTo(Fault.FATAL);
    }
}
