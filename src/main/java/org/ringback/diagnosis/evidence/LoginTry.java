package org.ringback.diagnosis.evidence;

import java.util.List;
import java.util.Optional;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.sip.Authentication;

/**
 * One request of a login with what became of it; only Digest is looked at (RFC 3261, 22.4).
 *
 * @param challenges of its response
 * @param credentials that it brought
 */
public record LoginTry(
        Attempt attempt,
        Message request,
        Optional<Message> told,
        List<Authentication> challenges,
        List<Authentication> credentials) {

    public static Optional<LoginTry> of(Attempt attempt, Case examined) {
        return attempt.request()
                .map(request -> new LoginTry(
                        attempt,
                        request,
                        attempt.finalResponse(),
                        attempt.finalResponse()
                                .filter(Message::challenge)
                                .map(told -> digests(examined.read(told).challenges()))
                                .orElse(List.of()),
                        digests(examined.read(request).credentials())));
    }

    private static List<Authentication> digests(List<Authentication> all) {
        return all.stream()
                .filter(one ->
                        one.scheme().equalsIgnoreCase("Digest") && one.realm().isPresent())
                .toList();
    }

    boolean challenged() {
        return told.filter(Message::challenge).isPresent();
    }

    public boolean succeeded() {
        return told.filter(Message::success).isPresent();
    }

    public boolean challenges(String realm) {
        return challenges.stream().anyMatch(one -> realm(one).equals(realm));
    }

    /**
     * The credentials that were not good enough: their realm was challenged again. Phones of the IMS say only who they are at
     * first, with an empty response (3GPP TS 24.229, 5.1.1.2.2).
     */
    public Optional<Authentication> rejected() {
        return challenged()
                ? credentials.stream()
                        .filter(one -> challenges(realm(one))
                                && one.parameters()
                                        .value("response")
                                        .filter(String::isBlank)
                                        .isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether only the nonce of the rejected credentials was too old (RFC 7616, 3.3). */
    public boolean stale() {
        return rejected().isPresent()
                && challenges.stream()
                        .filter(one -> realm(one).equals(realm(rejected().orElseThrow())))
                        .anyMatch(one -> one.parameters()
                                .value("stale")
                                .filter(value -> value.strip().equalsIgnoreCase("true"))
                                .isPresent());
    }

    public static String realm(Authentication one) {
        return one.realm().orElse("");
    }

    public static String value(Authentication one, String name) {
        return one.parameters().value(name).orElse("");
    }

    /** MD5 where nothing is named (RFC 7616, 3.3). */
    public static String algorithm(Authentication one) {
        String named = value(one, "algorithm").strip();
        return named.isEmpty() ? "MD5" : named;
    }
}
