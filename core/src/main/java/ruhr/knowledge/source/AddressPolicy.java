package ruhr.knowledge.source;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ruhr.knowledge.source.ReadFailure.Reason;
import ruhr.knowledge.value.Finding;

/**
 * Which addresses a source may ask. By default those of the public internet, by {@code http} and {@code https}: whoever can
 * make a source redirect, or name its host anew, shall not reach into the network that the program runs in. What lies inside
 * on purpose is allowed by name.
 *
 * <pre>{@code
 * HttpSource.of(URI.create("http://cms.intern/data.json"))
 *         .within(AddressPolicy.publicInternet().allowing("cms.intern", "10.20.0.0/16"));
 * }</pre>
 *
 * <p>A host is looked up and each of its addresses is held against the policy right before it is asked; the connection uses
 * the same answer, because the JDK remembers it for half a minute (unless {@code networkaddress.cache.ttl} is 0). Immutable.
 */
public final class AddressPolicy {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}");

    /** What is no address of a computer on the public internet, beside what the JDK knows by itself. */
    private static final List<Range> SPECIAL = List.of(
            Range.of("0.0.0.0/8"),
            Range.of("10.0.0.0/8"),
            Range.of("100.64.0.0/10"),
            Range.of("127.0.0.0/8"),
            Range.of("169.254.0.0/16"),
            Range.of("172.16.0.0/12"),
            Range.of("192.0.0.0/24"),
            Range.of("192.0.2.0/24"),
            Range.of("192.168.0.0/16"),
            Range.of("198.18.0.0/15"),
            Range.of("198.51.100.0/24"),
            Range.of("203.0.113.0/24"),
            Range.of("224.0.0.0/3"),
            Range.of("::/96"),
            Range.of("64:ff9b::/96"),
            Range.of("64:ff9b:1::/48"),
            Range.of("100::/64"),
            Range.of("2001::/23"),
            Range.of("2001:db8::/32"),
            Range.of("2002::/16"),
            Range.of("fc00::/7"),
            Range.of("fe80::/9"),
            Range.of("ff00::/8"));

    private static final AddressPolicy PUBLIC = new AddressPolicy(Set.of(), List.of());

    private final Set<String> hosts;
    private final List<Range> ranges;

    private AddressPolicy(Set<String> hosts, List<Range> ranges) {
        this.hosts = Set.copyOf(hosts);
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Returns the policy that allows the public internet alone.
     *
     * @return the default
     */
    public static AddressPolicy publicInternet() {
        return PUBLIC;
    }

    /**
     * Returns a policy that allows more.
     *
     * @param hostsOrRanges names of hosts as they stand in addresses, or ranges such as {@code 10.20.0.0/16}
     * @return a policy
     * @throws IllegalArgumentException if one is neither
     */
    public AddressPolicy allowing(String... hostsOrRanges) {
        Set<String> moreHosts = new HashSet<>(hosts);
        List<Range> moreRanges = new ArrayList<>(ranges);
        for (String given : hostsOrRanges) {
            if (given.contains("/")) {
                moreRanges.add(Range.of(given));
            } else if (HOST.matcher(given).matches() || given.startsWith("[")) {
                moreHosts.add(given.toLowerCase(Locale.ROOT));
            } else {
                throw new IllegalArgumentException(
                        "address policy: expected the name of a host or a range such as 10.0.0.0/8, found "
                                + Finding.quote(given));
            }
        }
        return new AddressPolicy(moreHosts, moreRanges);
    }

    /** Lets an address pass, or says why not. */
    void check(URI address, String source) throws ReadFailure {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw refused(source, "an address of http or https", Finding.quote(address.toString()));
        }
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            throw refused(source, "an address with a host and without a password", "another");
        }
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(host);
        } catch (UnknownHostException unknown) {
            throw new ReadFailure(
                    Reason.UNREACHABLE,
                    "Source '" + source + "': expected a host with the name " + Finding.quote(host)
                            + ", found none. It is not asked.",
                    null,
                    unknown);
        }
        if (hosts.contains(host.toLowerCase(Locale.ROOT))) {
            return;
        }
        for (InetAddress each : found) {
            if (isSpecial(each) && ranges.stream().noneMatch(range -> range.contains(each))) {
                throw refused(
                        source,
                        "an address on the public internet, or one that is allowed by name",
                        Finding.quote(host) + ", which is " + each.getHostAddress());
            }
        }
    }

    private static ReadFailure refused(String source, String expected, String found) {
        return new ReadFailure(
                Reason.ADDRESS,
                "Source '" + source + "': expected " + expected + ", found " + found + ". It is not asked.");
    }

    private static boolean isSpecial(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || SPECIAL.stream().anyMatch(range -> range.contains(address));
    }

    /** Addresses that begin with the same bits. */
    private record Range(byte[] start, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            String address = text.substring(0, slash);
            try {
                boolean literal = Pattern.matches("[0-9.]{7,15}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*", address);
                int bits = Integer.parseInt(text.substring(slash + 1));
                byte[] start = literal ? InetAddress.getByName(address).getAddress() : new byte[0];
                if (bits >= 0 && bits <= 8 * start.length && literal) {
                    return new Range(start, bits);
                }
            } catch (UnknownHostException | NumberFormatException wrong) {
                // Said below.
            }
            throw new IllegalArgumentException(
                    "address policy: expected a range such as 10.0.0.0/8, found " + Finding.quote(text));
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            boolean sameKind = start.length == 4 ? address instanceof Inet4Address : address instanceof Inet6Address;
            if (!sameKind) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((bytes[bit >> 3] & mask) != (start[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
