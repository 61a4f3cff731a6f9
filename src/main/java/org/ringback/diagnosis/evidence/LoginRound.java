package org.ringback.diagnosis.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Message;

/**
 * The requests of one method with which one sender tried to get in, up to the first that was not challenged again. Each
 * refresh of a registration is a round of its own.
 *
 * @param tries at least one, in order
 */
public record LoginRound(List<LoginTry> tries) {

    private record Sender(String method, String host, String tag) {}

    public LoginRound {
        tries = List.copyOf(tries);
    }

    /** The rounds of a call in which anything was challenged or refused with 403; mostly there is none. */
    static List<LoginRound> of(Case examined) {
        if (examined.responses(LoginRound::tells).isEmpty()) {
            return List.of();
        }
        Map<Sender, List<Attempt>> senders = new LinkedHashMap<>();
        for (Attempt attempt : examined.attempts()) {
            var root = attempt.root();
            // Some phones take a new From tag for every REGISTER, so the address goes first where it is known.
            String host = root.client().host();
            String tag = host.isEmpty() ? root.first().head().fromTag() : "";
            senders.computeIfAbsent(new Sender(root.method(), host, tag), _ -> new ArrayList<>())
                    .add(attempt);
        }
        List<LoginRound> rounds = new ArrayList<>();
        senders.values().forEach(attempts -> split(attempts, examined, rounds));
        return List.copyOf(rounds);
    }

    private static boolean tells(Message response) {
        return response.challenge() || response.head().status() == 403;
    }

    private static void split(List<Attempt> attempts, Case examined, List<LoginRound> rounds) {
        List<Attempt> round = new ArrayList<>();
        for (Attempt attempt : attempts) {
            round.add(attempt);
            if (attempt.finalResponse().filter(Message::challenge).isEmpty()) {
                read(round, examined).ifPresent(rounds::add);
                round.clear();
            }
        }
        read(round, examined).ifPresent(rounds::add);
    }

    private static Optional<LoginRound> read(List<Attempt> round, Case examined) {
        if (round.isEmpty() || healthy(round) || gotInUnseen(round.getLast())) {
            return Optional.empty();
        }
        List<LoginTry> tries = round.stream()
                .flatMap(attempt -> LoginTry.of(attempt, examined).stream())
                .toList();
        return tries.isEmpty() ? Optional.empty() : Optional.of(new LoginRound(tries));
    }

    /** Nothing was asked, or the first request had no credentials yet and the second got in: most are so. */
    private static boolean healthy(List<Attempt> round) {
        Optional<Message> told = round.getLast().finalResponse();
        if (told.filter(LoginRound::tells).isPresent()) {
            return false;
        }
        return round.size() == 1
                || (round.size() == 2
                        && round.getFirst().request().filter(Message::loggedIn).isEmpty());
    }

    /** Whether the request that was accepted in the end was not captured. */
    private static boolean gotInUnseen(Attempt last) {
        return last.request().isEmpty()
                && last.finalResponse().filter(Message::success).isPresent();
    }

    public LoginTry last() {
        return tries.getLast();
    }

    /** Whether the sender was challenged to the end and gave up, or the capture ended. */
    public boolean leftOutside() {
        return last().challenged();
    }

    /** What a realm was last challenged with before a try; empty if that was not captured. */
    public Optional<LoginTry> challengeBefore(LoginTry next, String realm) {
        return tries.subList(0, tries.indexOf(next)).reversed().stream()
                .filter(earlier -> earlier.challenges(realm))
                .findFirst();
    }

    /** The tries whose credentials were rejected. */
    public List<LoginTry> rejections() {
        return tries.stream().filter(one -> one.rejected().isPresent()).toList();
    }
}
