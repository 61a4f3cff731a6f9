package org.ringback.diagnosis.rule.registration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Heard;
import org.ringback.diagnosis.evidence.Networks;
import org.ringback.diagnosis.evidence.Repeats;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Via;

/**
 * Responses that went to another port than the request came from, so that the sender never heard them. With rport in
 * the Via the server is wrong (RFC 3581, 4); without it, the server does what RFC 3261, 18.2.2, says, and the client
 * must ask. The address is that of the sender in either case, be there another one in the Via.
 */
final class WrongPort implements Rule {

    private static final Kind IGNORED =
            Kind.of("response-ignores-rport", Weight.FAILURE, 3581, "4", "method", "server", "client", "sent");
    private static final Kind NOT_ASKED =
            Kind.of("response-without-rport", Weight.FAILURE, 3581, "3", "method", "server", "client", "sent");
    private static final Kind PRIVATE =
            Kind.of("response-to-private-via", Weight.FAILURE, 3261, "18.2.2", "method", "server", "client", "sent");

    /** One may have met the response on the way, and another address does not say that nobody listens there. */
    private static final int FEWEST = 2;
    /** So long a response may take on the way. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

    @Override
    public List<Kind> kinds() {
        return List.of(IGNORED, NOT_ASKED, PRIVATE);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Transaction transaction : examined.transactions()) {
            Optional<Finding> found = missed(transaction) && !Heard.byClient(transaction, examined)
                    ? explain(transaction, examined)
                    : Optional.empty();
            if (found.isPresent()) {
                findings.accept(found.get());
                return;
            }
        }
    }

    private static Optional<Finding> explain(Transaction transaction, Case examined) {
        Message request = transaction.request().orElseThrow();
        Message response = transaction.responses().getFirst();
        return examined.read(request).vias().stream()
                .findFirst()
                .flatMap(via -> kind(via, request, response))
                .map(kind -> Finding.about(kind, Certainty.LIKELY)
                        .proof(request, response)
                        .with("method", transaction.method())
                        .with("server", Value.of(response.captured().source()))
                        .with("client", Value.of(request.captured().source()))
                        .with("sent", Value.of(response.captured().destination()))
                        .found());
    }

    /** To which address or port the responses went instead; a proxy may have one address for each side, so only what is plain. */
    private static Optional<Kind> kind(Via via, Message request, Message response) {
        String client = request.captured().source().host();
        String sent = response.captured().destination().host();
        if (sent.equals(client)) {
            return Optional.of(via.parameters().has("rport") ? IGNORED : NOT_ASKED);
        }
        return sent.equals(via.host()) && Networks.inner(sent) && Networks.outer(client)
                ? Optional.of(PRIVATE)
                : Optional.empty();
    }

    /** All responses went to another address or port, and the client acts as if there had been none. */
    private static boolean missed(Transaction transaction) {
        Optional<Message> request = transaction.request();
        return request.isPresent()
                && request.get().captured().transport() == Transport.UDP
                && request.get().captured().source().port() > 0
                && allElsewhere(transaction, request.get().captured().source())
                && repeatedAfter(transaction, transaction.responses().getFirst());
    }

    /** Whether there are responses, and each went to another address or port than the client's. */
    private static boolean allElsewhere(Transaction transaction, Endpoint client) {
        boolean any = false;
        for (Message message : transaction.messages()) {
            if (!message.head().request() && !message.retransmission()) {
                if (!elsewhere(message, client)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static boolean elsewhere(Message response, Endpoint client) {
        Endpoint destination = response.captured().destination();
        return !destination.host().isEmpty() && destination.port() != 0 && !destination.equals(client);
    }

    private static boolean repeatedAfter(Transaction transaction, Message response) {
        // In a second file the same packets may have other times.
        List<Message> seen = transaction.messages().stream()
                .filter(message ->
                        message.captured().file() == response.captured().file())
                .toList();
        Repeats repeats = Repeats.of(transaction.method(), seen);
        return repeats.after(response, Duration.ZERO).size() >= FEWEST
                && !repeats.after(response, ON_THE_WAY).isEmpty();
    }
}
