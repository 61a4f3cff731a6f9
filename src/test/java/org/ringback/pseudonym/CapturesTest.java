package org.ringback.pseudonym;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ringback.BesideOthers;
import org.ringback.CapturedFiles;
import org.ringback.Complaints;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.reading.Examined;
import org.ringback.sip.Authentication;
import org.ringback.sip.Fault;
import org.ringback.sip.HeadReader;
import org.ringback.sip.MessageHead;
import org.ringback.sip.NameAddr;
import org.ringback.sip.SipMessage;
import org.ringback.sip.Via;

/** What has to hold for every capture of the tests: nobody is named any more, and nothing else is lost. */
@BesideOthers
class CapturesTest {

    static List<Path> captures() {
        return CapturedFiles.all();
    }

    private static List<Captured> pseudonymized(List<Captured> messages) {
        return Pseudonymizer.of(messages, Likeness.EXACT, RandomGenerator.of("L64X128MixRandom"), () -> false)
                .messages();
    }

    private static String text(Captured message) {
        return new String(message.bytes().toArray(JAVA_BYTE), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void theDiagnosisIsTheSame(Path file) {
        List<Captured> messages = CapturedFiles.messages(file);

        assertThat(findings(pseudonymized(messages))).isEqualTo(findings(messages));
    }

    private static List<String> findings(List<Captured> messages) {
        Examined examined = Examined.of(messages, List.of(), Captured.NO_TIME, new Diagnosis());
        return examined.calls().stream()
                .map(call -> call.kind() + " " + call.outcome().ending() + " "
                        + call.outcome().code() + " "
                        + call.messages().size() + " " + call.retransmissions() + " "
                        + call.transactions().size() + " " + call.dialogs().size() + " "
                        + examined.links().of(call).stream()
                                .map(link -> link.reason() + ":" + link.confidence())
                                .toList()
                        + examined.diagnosed(call).findings().stream()
                                .map(finding -> finding.kind().id() + ":" + finding.certainty() + ":"
                                        + finding.evidence().stream()
                                                .map(proof -> proof.captured().frame())
                                                .toList())
                                .toList())
                .toList();
    }

    /** Random bytes of it were changed, so that almost anything can be a mistake and the same name stands there in pieces. */
    static List<Path> undamaged() {
        return captures().stream()
                .filter(file -> !file.endsWith("gen-challenges-damaged.pcap"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("undamaged")
    void theParserHasTheSameDoubts(Path file) {
        List<Captured> messages = CapturedFiles.messages(file);
        List<Captured> rewritten = pseudonymized(messages);

        for (int i = 0; i < messages.size(); i++) {
            SipMessage original = SipMessage.parse(messages.get(i).bytes());
            SipMessage message = SipMessage.parse(rewritten.get(i).bytes());
            assertThat(shape(message)).as(text(messages.get(i))).isEqualTo(shape(original));
        }
    }

    private static List<Object> shape(SipMessage message) {
        return List.of(
                message.method(),
                message.status(),
                message.headers().stream()
                        .map(header ->
                                HeaderForm.of(header.written()).isPresent() ? header.written() : "nobody knows it")
                        .toList(),
                message.doubts().stream()
                        // Letters beyond ASCII become letters of ASCII.
                        .filter(doubt -> doubt.fault() != Fault.NOT_UTF8)
                        .map(doubt -> doubt.fault() + " " + doubt.rule())
                        .sorted()
                        .toList(),
                message.parts().size(),
                message.sdp()
                        .map(sdp -> sdp.media().stream()
                                .map(media -> media.kind()
                                        + media.port()
                                        + media.protocol()
                                        + media.formats()
                                        + media.direction())
                                .toList())
                        .orElse(List.of()));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void nobodyIsNamedAnyMore(Path file) {
        List<Captured> messages = CapturedFiles.messages(file);
        Set<String> named = named(messages);
        var complaints = new Complaints(file.getFileName().toString());
        for (Captured message : pseudonymized(messages)) {
            String text = text(message) + " " + message.source().text() + " "
                    + message.destination().text() + decoded(text(message));
            String lower = text.toLowerCase(Locale.ROOT);
            for (String name : named) {
                if (stands(name, lower)) {
                    complaints.add(name + " in\n" + text);
                }
            }
        }
        complaints.assertNone();
    }

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_+/-]{24,}=*");

    private static String decoded(String text) {
        var decoded = new StringBuilder();
        ENCODED.matcher(text).results().forEach(code -> {
            try {
                byte[] bytes = Base64.getMimeDecoder()
                        .decode(code.group().replace('-', '+').replace('_', '/'));
                decoded.append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException _) {
                // It only looked like it.
            }
        });
        return decoded.toString();
    }

    private static boolean stands(String name, String text) {
        int at = text.indexOf(name);
        while (at >= 0) {
            boolean before = at > 0
                    && Character.isLetterOrDigit(text.charAt(at - 1))
                    && Character.isLetterOrDigit(name.charAt(0));
            int end = at + name.length();
            boolean after = end < text.length()
                    && Character.isLetterOrDigit(text.charAt(end))
                    && Character.isLetterOrDigit(name.charAt(name.length() - 1));
            if (!before && !after) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }

    /** Everything that names somebody, as far as the parser knows it; what says nothing and stays is left out. */
    private static Set<String> named(List<Captured> messages) {
        var named = new ArrayList<String>();
        var heads = new HeadReader();
        for (Captured captured : messages) {
            SipMessage message = SipMessage.parse(captured.bytes());
            MessageHead head = heads.read(captured.bytes());
            named.addAll(List.of(
                    head.callId(), head.fromTag(), head.toTag(), head.branch().replace("z9hG4bK", "")));
            named.add(captured.source().host());
            named.add(captured.destination().host());
            message.vias().forEach(via -> addVia(via, named));
            Stream.of("From", "To", "Contact", "P-Asserted-Identity", "Remote-Party-ID", "Refer-To", "Diversion")
                    .flatMap(name -> message.addresses(name).stream())
                    .forEach(address -> addAddress(address, named));
            Stream.concat(message.challenges().stream(), message.credentials().stream())
                    .forEach(authentication -> addSecrets(authentication, named));
            message.sdp().ifPresent(sdp -> {
                sdp.origin().ifPresent(origin -> named.addAll(List.of(origin.user(), origin.address())));
                sdp.address().ifPresent(address -> named.add(address.host()));
            });
        }
        var all = new TreeSet<String>();
        named.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() > 3 && !PROTOCOL.matcher(name).matches())
                .filter(name -> !Vocabulary.software(name)
                        && !Pseudonyms.nobody(name)
                        && !name.endsWith(".invalid")
                        && !name.equals("localhost"))
                .filter(name -> !name.startsWith("127.")
                        && !name.startsWith("sip:127.")
                        && !name.startsWith("0.")
                        && !name.startsWith("[::")
                        && !name.equals("255.255.255.255"))
                .forEach(all::add);
        return all;
    }

    /** Display names that are the names of codecs, of nothing, or words that may stand in any text. */
    private static final Pattern PROTOCOL = Pattern.compile("[a-z0-9]+/\\d+(?:/\\d)?|caller \\d|(?:%00)+");

    private static void addVia(Via via, List<String> named) {
        named.add(via.host());
        via.received().ifPresent(named::add);
        via.branch().map(branch -> branch.replace("z9hG4bK", "")).ifPresent(named::add);
    }

    private static void addAddress(NameAddr address, List<String> named) {
        named.add(address.uri().user());
        named.add(address.uri().host());
        named.add(address.displayName());
        address.tag().ifPresent(named::add);
    }

    private static void addSecrets(Authentication authentication, List<String> named) {
        for (String name : List.of("username", "realm", "nonce", "cnonce", "response", "opaque", "uri")) {
            authentication.parameters().value(name).ifPresent(named::add);
        }
    }
}
