package io.s360.iid.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:DB8:1:2::9, 20010db800010002::/64",
        "fe80::1%eth0, fe80000000000000::/64",
        "192.0.2.7:51234, 192.0.2.7",
        "[2001:db8:1:2::9], 20010db800010002::/64",
        "[2001:db8:1:2::9]:443, 20010db800010002::/64"
    })
    void countsASubscriberAsOne(String remote, String counted) {
        assertThat(Address.of(remote)).isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6",
        "fe80::1%eth0, fe80::1",
        "192.0.2.7:51234, 192.0.2.7",
        "[2001:db8::9]:443, 2001:db8::9",
        "[fe80::1%eth0]:443, fe80::1",
        "192.0.2.7:forged, (no address)",
        "[a.example]:443, (no address)",
        "a.example, (no address)",
        "'::1\r\nforged', (no address)"
    })
    void tellsAnAddressInFullAndNothingElse(String remote, String told) {
        assertThat(Address.whole(remote)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "a.example", "<script>", "1:2:3", "::1\r\nforged", "_secret", "%"})
    void countsWhatIsNoAddressAsOneAndDoesNotRepeatIt(String remote) {
        assertThat(Address.of(remote)).isEqualTo("(no address)");
    }

    @Test
    void readsALimitAsItIsSet() {
        assertThat(PerMinute.valueOf("20").most()).isEqualTo(20);
        assertThat(PerMinute.valueOf(" OFF ").isOff()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> PerMinute.valueOf("0"));
        assertThatIllegalArgumentException().isThrownBy(() -> PerMinute.valueOf("many"));
    }
}
