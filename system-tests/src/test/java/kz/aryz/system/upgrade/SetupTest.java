package kz.aryz.system.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.aryz.quickstart.up.Setup;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.Test;

@Uses(SharedAryz.class)
class SetupTest {

    private final SharedAryz aryz = SharedAryz.get();

    @Test
    void anUpgradeThatWasMadeBeforeChangesNothing() {
        List<String> changes = new ArrayList<>();

        new Setup(changes::add)
                .upgrade(aryz.addresses().bootstrapServers(), aryz.addresses().registryUrl());

        assertThat(changes).isEmpty();
    }
}
