package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.CallNumber;
import org.ringback.call.Identity;
import org.ringback.call.Message;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipMessage;
import org.ringback.sip.SipUri;

/**
 * Who a request says is calling: From, P-Asserted-Identity or P-Preferred-Identity (RFC 3325), Privacy (RFC 3323), and for
 * whom it was forwarded.
 *
 * @param user of the From header, or an empty string
 * @param asserted user of the identity that a network vouches for, if there is one
 * @param hidden the header that hides the caller, as it stands in the message
 * @param account the user name of the login that it carries
 * @param diverters users for whom the call was forwarded: Diversion (RFC 5806), else History-Info (RFC 7044)
 */
public record Caller(
        String user,
        Optional<String> asserted,
        Optional<String> hidden,
        Optional<String> account,
        List<String> diverters) {

    /** The others hide the way that the call took, or its media, and not the caller (RFC 3323, 4.2; RFC 3325, 9.3). */
    private static final Pattern HIDING = Pattern.compile("\\b(id|user|header|full)\\b", Pattern.CASE_INSENSITIVE);

    public Caller {
        diverters = List.copyOf(diverters);
    }

    public static Caller of(Message request, Case examined) {
        SipMessage read = examined.read(request);
        Optional<NameAddr> from = read.from();
        return new Caller(
                from.map(NameAddr::uri).map(SipUri::user).orElse(""),
                Stream.of("P-Asserted-Identity", "P-Preferred-Identity")
                        .flatMap(name -> read.addresses(name).stream())
                        .map(identity -> identity.uri().user())
                        .filter(user -> !user.isEmpty())
                        .findFirst(),
                hidden(read, from),
                read.credentials().stream()
                        .map(one -> LoginTry.value(one, "username"))
                        .filter(name -> !name.isEmpty())
                        .findFirst(),
                diverters(read));
    }

    private static Optional<String> hidden(SipMessage read, Optional<NameAddr> from) {
        Optional<String> privacy = read.header("Privacy")
                .map(header -> header.value().strip())
                .filter(value -> HIDING.matcher(value).find())
                .map(value -> "Privacy: " + value);
        Optional<String> anonymous = from.map(NameAddr::uri)
                .filter(uri -> CallNumber.nobody(new Identity(uri.user(), uri.host())))
                .map(uri -> "From: " + uri.text());
        return anonymous.or(() -> privacy);
    }

    /** Whoever the call was for before; the last entry of History-Info is where it goes now. */
    private static List<String> diverters(SipMessage read) {
        List<String> diverted = users(read, "Diversion");
        String now = read.requestUri().map(uri -> SipUri.of(uri).user()).orElse("");
        return (diverted.isEmpty() ? users(read, "History-Info") : diverted)
                .stream()
                        .filter(user -> !user.isEmpty() && !user.equals(now))
                        .distinct()
                        .toList();
    }

    private static List<String> users(SipMessage read, String header) {
        return read.headers(header).stream()
                .flatMap(each -> NameAddr.all(each.value()).stream())
                .map(each -> each.uri().user())
                .toList();
    }

    /** Whether the credentials are those of somebody else than the caller, as far as names tell. */
    public boolean otherAccount() {
        return account.filter(name -> !name.isEmpty() && !user.isEmpty())
                .filter(name -> !name.equalsIgnoreCase(user)
                        && !name.substring(0, Math.max(0, name.indexOf('@'))).equalsIgnoreCase(user))
                .isPresent();
    }

    /** Whether the number that the network vouches for is another one than that in From. */
    public boolean otherAsserted() {
        return asserted.filter(name ->
                        !user.isEmpty() && !Dialed.of(name).same(Dialed.of(user)) && !name.equalsIgnoreCase(user))
                .isPresent();
    }
}
