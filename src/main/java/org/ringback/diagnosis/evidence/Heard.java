package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.function.Predicate;
import org.ringback.call.Message;
import org.ringback.call.Transaction;
import org.ringback.flow.Announced;
import org.ringback.flow.CallStream;

/** What only someone does who heard a response, to whichever address or port it went. */
public final class Heard {

    private Heard() {}

    /**
     * Whether the client of a transaction acknowledged, passed on or acted upon any response to its request: by ACK or PRACK, by
     * a request inside the dialog that a response made (RFC 3261, 12.1.2), by the next try that a final response allows
     * (RFC 3261, 10.2, 14.1 and 22.2), or by sound to a port that only responses name.
     */
    public static boolean byClient(Transaction hop, Case examined) {
        Message request = hop.first();
        return hop.acknowledgement().isPresent()
                || examined.transactions().stream().anyMatch(other -> passedOn(other, hop))
                || examined.messages().stream()
                        .anyMatch(message -> message.captured()
                                        .source()
                                        .host()
                                        .equals(hop.client().host())
                                && (onlyAfterResponse(message, request) || nextTry(message, request)))
                || sound(hop, response -> responseTo(request, response), examined);
    }

    /** The same request on the hop before: its server is the client of this one. */
    private static boolean passedOn(Transaction other, Transaction hop) {
        Message request = hop.first();
        return other != hop
                && other.method().equals(hop.method())
                && other.first().head().cseq() == request.head().cseq()
                && other.first().head().fromTag().equals(request.head().fromTag())
                && other.server().host().equals(hop.client().host())
                && other.messages().stream().anyMatch(message -> message.head().status() > 100);
    }

    private static boolean onlyAfterResponse(Message message, Message request) {
        return message.request("PRACK")
                || (message.request("ACK")
                        && message.head().cseq() == request.head().cseq())
                || (message.head().request() && message.insideDialog() && !request.insideDialog());
    }

    /** Who hears nothing tries again too, but not before the transaction has timed out, and has no challenge to answer. */
    private static boolean nextTry(Message message, Message request) {
        if (!message.request(request.head().method())
                || message.head().cseq() <= request.head().cseq()) {
            return false;
        }
        return (!request.loggedIn() && message.loggedIn())
                || Elapsed.between(request, message)
                        .filter(passed -> passed.compareTo(Elapsed.TRANSACTION_TIMEOUT) < 0)
                        .isPresent();
    }

    private static boolean responseTo(Message request, Message response) {
        return !response.head().request()
                && response.head().method().equals(request.head().method())
                && response.head().cseq() == request.head().cseq()
                && response.head().fromTag().equals(request.head().fromTag());
    }

    /**
     * Whether sound comes from the client of a transaction, or from where its request asked for media, to a port which only
     * some messages had named when it began.
     *
     * @param naming tells these messages from others
     */
    public static boolean sound(Transaction hop, Predicate<Message> naming, Case examined) {
        return examined.media().streams().stream()
                .filter(stream -> stream.sound() && from(hop, stream, examined))
                .anyMatch(stream -> {
                    List<Announced> named = examined.media().announced().stream()
                            .filter(each -> each.time()
                                            <= stream.stream().first().time()
                                    && each.ports().contains(stream.stream().destination()))
                            .toList();
                    return !named.isEmpty()
                            && named.stream()
                                    .allMatch(each -> each.side() == stream.toward() && naming.test(each.message()));
                });
    }

    private static boolean from(Transaction hop, CallStream stream, Case examined) {
        return stream.stream().source().host().equals(hop.client().host())
                || examined.media().announced().stream()
                        .anyMatch(each -> each.message() == hop.first()
                                && each.ports().contains(stream.stream().source()));
    }
}
