package org.ringback.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.sip.MessageHead;
import org.ringback.sip.OfferAnswer;
import org.ringback.sip.OfferAnswer.Side;
import org.ringback.sip.OfferAnswer.State;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;

/**
 * Tells offers from answers in one call (RFC 3264). Each dialog has an exchange of its own; those of a forked INVITE begin
 * with the same offer. What was said on one hop is the same on the others.
 */
final class MediaRoles {

    private static final Set<String> CARRIERS = Set.of("INVITE", "UPDATE", "PRACK", "ACK");

    private final Content content;
    private final Map<Said, Media.Role> roles = new HashMap<>();
    private final Map<Opening, SipMessage> openings = new HashMap<>();
    private final Map<Set<String>, Exchange> exchanges = new HashMap<>();

    private MediaRoles(Content content) {
        this.content = content;
    }

    /** A message, on whichever hop. */
    private record Said(String method, int status, long cseq, String fromTag, String toTag) {
        static Said of(MessageHead head) {
            return new Said(head.method(), head.status(), head.cseq(), head.fromTag(), head.toTag());
        }
    }

    /** An INVITE outside a dialog. */
    private record Opening(String fromTag, long cseq) {}

    private record Exchange(OfferAnswer state, String callerTag) {
        Side sender(MessageHead head) {
            return head.fromTag().equals(callerTag) == head.request() ? Side.CALLER : Side.CALLEE;
        }
    }

    static Map<Message, Media> of(Call call, Content content) {
        var reading = new MediaRoles(content);
        Map<Message, Media> media = new HashMap<>();
        for (Message message : call.messages()) {
            reading.read(message).ifPresent(found -> media.put(message, found));
        }
        return media;
    }

    private Optional<Media> read(Message message) {
        boolean describes = Content.mayDescribeSession(message);
        if (!describes && !matters(message)) {
            return Optional.empty();
        }
        Said said = Said.of(message.head());
        Media.Role known = roles.get(said);
        if (known == null) {
            known = role(message.head(), content.parse(message));
            roles.put(said, known);
        }
        if (!describes) {
            return Optional.empty();
        }
        Media.Role role = known;
        return content.parse(message).sdp().map(sdp -> Media.of(role, sdp));
    }

    /** Whether an exchange may change by it though it has no session description. */
    private static boolean matters(Message message) {
        return message.request("INVITE")
                || (message.head().status() >= 200
                        && CARRIERS.contains(message.head().method()));
    }

    private Media.Role role(MessageHead head, SipMessage message) {
        if (!CARRIERS.contains(head.method())) {
            return Media.Role.OTHER;
        }
        if (head.toTag().isEmpty()) {
            if (!head.request()) {
                return Media.Role.OTHER;
            }
            openings.put(new Opening(head.fromTag(), head.cseq()), message);
            return message.sdp().isPresent() ? Media.Role.OFFER : Media.Role.OTHER;
        }
        Exchange exchange = exchanges.computeIfAbsent(pair(head), _ -> begin(head));
        OfferAnswer state = exchange.state();
        State before = state.state();
        Optional<Sdp> offer = state.offer();
        Side sender = exchange.sender(head);
        state.message(message, sender, message.header("RSeq").isPresent());
        return role(before, offer, state, sender);
    }

    private static Media.Role role(State before, Optional<Sdp> offer, OfferAnswer after, Side sender) {
        return switch (after.state()) {
            case OFFERED ->
                after.offerer() == sender && !after.offer().equals(offer) ? Media.Role.OFFER : Media.Role.OTHER;
            case EARLY -> after.offerer() == sender ? Media.Role.OTHER : Media.Role.EARLY_ANSWER;
            case AGREED -> before == State.OFFERED || before == State.EARLY ? Media.Role.ANSWER : Media.Role.OTHER;
            case NONE, OFFER_AWAITED -> Media.Role.OTHER;
        };
    }

    /** Both directions of a dialog have the same tags. */
    private static Set<String> pair(MessageHead head) {
        return Set.copyOf(List.of(head.fromTag(), head.toTag()));
    }

    private Exchange begin(MessageHead head) {
        var state = new OfferAnswer();
        SipMessage opening = head.request() ? null : openings.get(new Opening(head.fromTag(), head.cseq()));
        if (opening != null) {
            state.message(opening, Side.CALLER, false);
        }
        return new Exchange(state, head.fromTag());
    }
}
