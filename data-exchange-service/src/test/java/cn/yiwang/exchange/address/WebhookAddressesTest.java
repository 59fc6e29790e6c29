package cn.yiwang.exchange.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTest {

    private final WebhookAddresses strict = new WebhookAddresses(new WebhookAddressProperties(false, List.of()));

    @ParameterizedTest
    @ValueSource(strings = {"https://1.1.1.1/hook", "http://8.8.8.8:8080/a?b=c", "https://[2606:4700:4700::1111]/"})
    void a_public_address_is_fine(String address) {
        assertThat(strict.check(address)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/,                   address.network",
        "http://localhost:8080/,              address.network",
        "http://127.1/,                       address.malformed",
        "http://2130706433/,                  address.network",
        "http://0.0.0.0/,                     address.network",
        "http://10.1.2.3/,                    address.network",
        "http://100.64.0.1/,                  address.network",
        "http://169.254.169.254/latest,       address.network",
        "http://172.31.255.255/,              address.network",
        "http://192.168.0.1/,                 address.network",
        "http://224.0.0.1/,                   address.network",
        "http://255.255.255.255/,             address.network",
        "http://[::1]/,                       address.network",
        "http://[::]/,                        address.network",
        "http://[::ffff:127.0.0.1]/,          address.network",
        "http://[::ffff:10.0.0.1]/,           address.network",
        "http://[::7f00:1]/,                  address.network",
        "http://[64:ff9b::7f00:1]/,           address.network",
        "http://[2002:7f00:1::]/,             address.network",
        "http://[fd00::1]/,                   address.network",
        "http://[fe80::1]/,                   address.network",
        "ftp://1.1.1.1/,                      address.scheme",
        "file:///etc/passwd,                  address.scheme",
        "gopher://1.1.1.1/,                   address.scheme",
        "//1.1.1.1/,                          address.scheme",
        "https://user:secret@1.1.1.1/,        address.malformed",
        "https://1.1.1.1/#part,               address.malformed",
        "https:///hook,                       address.malformed",
        "https:hook,                          address.malformed",
        "'https://1.1.1.1/a b',               address.malformed",
        "https://1.1.1.1/长,                   address.malformed",
        "https://no-such-host.invalid/,       address.unknown-host"
    })
    void everything_else_is_refused_with_its_reason(String address, String reason) {
        assertThatExceptionOfType(RefusedAddressException.class)
                .isThrownBy(() -> strict.check(address))
                .extracting(RefusedAddressException::reasonKey)
                .isEqualTo(reason);
    }

    @Test
    void an_overlong_address_is_refused() {
        assertThatExceptionOfType(RefusedAddressException.class)
                .isThrownBy(() -> strict.check("https://1.1.1.1/" + "a".repeat(500)));
    }

    @Test
    void an_operator_can_open_this_machine_and_inner_networks_and_nothing_more() {
        WebhookAddresses open = new WebhookAddresses(new WebhookAddressProperties(true, List.of("10.43.0.0/16")));

        assertThat(open.check("http://127.0.0.1:9999/hook")).isNotNull();
        assertThat(open.check("http://10.43.7.1/hook")).isNotNull();
        assertThatExceptionOfType(RefusedAddressException.class).isThrownBy(() -> open.check("http://10.44.0.1/hook"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.com/8", "", "::/129"})
    void a_network_that_is_none_ends_the_start(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.of(text));
    }
}
