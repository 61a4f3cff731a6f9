package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Call;
import org.ringback.call.Expiry;
import org.ringback.call.Message;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipUri;

/**
 * One REGISTER with its answer.
 *
 * @param answer the final response, whatever it is, if there was one
 * @param contacts that it asks to bind or to remove; a single {@code *} for all
 * @param instance of the device (RFC 5626, 4.1), or an empty string
 * @param asked for how many seconds, if it says so
 * @param granted for how many seconds, if it was accepted and that can be told
 * @param listed the bindings that the registrar has now, as the answer says
 */
public record Registered(
        Call call,
        Message request,
        Optional<Message> answer,
        List<String> contacts,
        String instance,
        Optional<Long> asked,
        Optional<Long> granted,
        List<String> listed) {

    /** Of what was asked once, on all hops. */
    public static Optional<Registered> of(Call call, Attempt attempt) {
        return attempt.request().map(request -> of(call, request, attempt.finalResponse()));
    }

    private static Registered of(Call call, Message request, Optional<Message> answer) {
        List<NameAddr> wanted = contactsIn(request);
        List<String> contacts = wanted.stream().map(Registered::key).toList();
        Optional<Message> accepted = answer.filter(Message::success);
        List<NameAddr> listed = accepted.map(Registered::contactsIn).orElse(List.of());
        return new Registered(
                call,
                request,
                answer,
                contacts,
                wanted.stream()
                        .flatMap(one -> one.parameters().value("+sip.instance").stream())
                        .findFirst()
                        .orElse(""),
                Expiry.of(request),
                accepted.flatMap(message -> granted(message, listed, contacts)),
                listed.stream().map(Registered::key).toList());
    }

    /** There are many REGISTER requests, so the messages are not read in full. */
    private static List<NameAddr> contactsIn(Message message) {
        return message.headers("Contact", "m").stream()
                .flatMap(value -> NameAddr.all(value).stream())
                .toList();
    }

    /** Of the own binding; of the only one where the registrar has rewritten it; else of all (RFC 3261, 10.3). */
    private static Optional<Long> granted(Message answer, List<NameAddr> listed, List<String> contacts) {
        return listed.stream()
                .filter(one -> listed.size() == 1 || contacts.contains(key(one)))
                .findFirst()
                .flatMap(one -> one.parameters().value("expires"))
                .flatMap(Registered::seconds)
                .or(() -> answer.header("Expires", "").flatMap(Registered::seconds));
    }

    private static Optional<Long> seconds(String text) {
        return text.matches("\\d{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static String key(NameAddr contact) {
        SipUri uri = contact.uri();
        return uri.host().isEmpty()
                ? uri.text()
                : uri.user() + "@" + uri.host().toLowerCase(Locale.ROOT) + ":" + (uri.port() == 0 ? 5060 : uri.port());
    }

    public boolean accepted() {
        return answer.filter(Message::success).isPresent();
    }

    /** Whether it removes what it names (RFC 3261, 10.2.2). */
    public boolean removes() {
        return asked.filter(seconds -> seconds == 0).isPresent() && !contacts.isEmpty();
    }

    /** Whether it was accepted and binds something now. */
    public boolean binds() {
        return accepted() && !removes() && !contacts.isEmpty();
    }

    /** Whether it comes from the same device, as far as address and Contact tell. */
    public boolean sameDevice(Registered other) {
        if (call == other.call) {
            return true;
        }
        if (!instance.isEmpty() && !other.instance.isEmpty()) {
            return instance.equals(other.instance);
        }
        return (!host().isEmpty() && host().equals(other.host()) && !apart(other))
                || contacts.stream().anyMatch(contact -> !contact.equals("*") && other.contacts.contains(contact));
    }

    /** Behind a NAT or a proxy many devices come from one address, and each has one of its own. */
    private boolean apart(Registered other) {
        List<String> own = hosts();
        List<String> others = other.hosts();
        return !own.isEmpty() && !others.isEmpty() && own.stream().noneMatch(others::contains);
    }

    private List<String> hosts() {
        return contacts.stream()
                .filter(contact -> contact.indexOf('@') >= 0)
                .map(contact -> contact.substring(contact.indexOf('@') + 1, contact.lastIndexOf(':')))
                .toList();
    }

    /** The address that it came from; empty if unknown. */
    public String host() {
        return request.captured().source().host();
    }
}
