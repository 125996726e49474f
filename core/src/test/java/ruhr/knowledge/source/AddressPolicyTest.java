package ruhr.knowledge.source;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ruhr.knowledge.source.ReadFailure.Reason;

/** Whoever can choose an address does not get into the network that the program runs in. */
class AddressPolicyTest {

    private static final AddressPolicy PUBLIC = AddressPolicy.publicInternet();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1:8080/",
                "http://127.1/",
                "http://127.0.1/",
                "http://2130706433/",
                "http://0.0.0.0/",
                "http://0/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[fc00::1]/",
                "http://[fd12:3456:789a::1]/",
                "http://[ff02::1]/",
                "http://[100::1]/",
                "http://10.0.0.1/",
                "http://10.255.255.255/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://192.0.0.8/",
                "http://192.0.2.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://198.18.0.1/",
                "http://198.51.100.7/",
                "http://203.0.113.7/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://240.0.0.1/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "gopher://8.8.8.8/",
                "jar:http://8.8.8.8/a.jar!/b",
                "http://user@8.8.8.8/",
                "http://user:pass@8.8.8.8/",
                "http:///nowhere",
                "//8.8.8.8/"
            })
    void whatIsNotPublicIsNotAsked(String address) {
        ReadFailure refusal = assertThrows(ReadFailure.class, () -> PUBLIC.check(URI.create(address), "a"));

        assertEquals(Reason.ADDRESS, refusal.reason(), refusal.getMessage());
    }

    /** Spellings that some libraries take for 127.0.0.1: here they are an address that is refused, or no name at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://127.0.0.1.nip.invalid/",
                "http://4294967296/",
                "http://256.256.256.256/"
            })
    void oddSpellingsOfAnAddressAreNotAskedEither(String address) {
        try {
            PUBLIC.check(URI.create(address), "a");
        } catch (ReadFailure refusal) {
            return;
        }
        // The JDK reads 0177 as 177, which is a public address, and not as octal 127.
        assertEquals("http://0177.0.0.1/", address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/",
                "HTTPS://8.8.8.8/",
                "http://172.15.0.1/",
                "http://172.32.0.1/",
                "http://100.128.0.1/",
                "http://192.167.1.1/",
                "http://223.255.255.254/",
                "http://[2606:4700::1]/",
                "http://[2a01::1]/",
                "http://[2001:4860:4860::8888]/"
            })
    void whatIsPublicIsAsked(String address) {
        assertDoesNotThrow(() -> PUBLIC.check(URI.create(address), "a"));
    }

    @Test
    void whatIsAllowedByNameOrRangeIsAskedAndNothingBeside() {
        AddressPolicy inside = PUBLIC.allowing("localhost", "10.20.0.0/16", "fd00::/8");

        assertDoesNotThrow(() -> inside.check(URI.create("http://LocalHost:8080/"), "a"));
        assertDoesNotThrow(() -> inside.check(URI.create("http://10.20.255.1/"), "a"));
        assertDoesNotThrow(() -> inside.check(URI.create("http://[fd12::1]/"), "a"));
        for (String other : new String[] {"http://127.0.0.1/", "http://10.21.0.1/", "http://[fc00::1]/"}) {
            assertThrows(ReadFailure.class, () -> inside.check(URI.create(other), "a"), other);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "example.org/8", "/8", "a b", "", "::/129"})
    void whatIsNeitherAHostNorARangeIsRefused(String given) {
        assertThrows(IllegalArgumentException.class, () -> PUBLIC.allowing(given));
    }
}
