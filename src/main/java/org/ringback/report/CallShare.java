package org.ringback.report;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.call.Message;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.export.MadeUp;
import org.ringback.export.PcapFile;
import org.ringback.export.TextFile;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Texts;
import org.ringback.reading.Joint;
import org.ringback.reading.Joint.LegFinding;
import org.ringback.report.Document.Block;
import org.ringback.report.Document.Heading;
import org.ringback.report.Document.Jump;
import org.ringback.report.Document.Jumps;
import org.ringback.report.Document.Note;
import org.ringback.report.Document.Picture;
import org.ringback.report.Document.Subheading;
import org.ringback.report.Document.Verbatim;
import org.ringback.sip.Printable;
import org.ringback.words.CallValues;
import org.ringback.words.LadderText;
import org.ringback.words.LadderWords;
import org.ringback.words.ShareText;

/** Gives selected calls away: as a page with findings, ladder and messages, or as a file of just their messages. */
public final class CallShare {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final FindingTexts findings;
    private final Texts texts;
    private final Rfcs rfcs;
    private final ZoneId zone;
    private final LadderPicture ladder;

    /**
     * Writes in the language of the texts.
     *
     * @param zone in which times are told
     */
    public CallShare(FindingTexts findings, Texts texts, Rfcs rfcs, ZoneId zone, LadderPicture ladder) {
        this.findings = findings;
        this.texts = texts;
        this.rfcs = rfcs;
        this.zone = zone;
        this.ladder = ladder;
    }

    /**
     * Writes a file, or leaves one that is there as it is if that fails.
     *
     * @return what a pcap says that the messages do not; empty for all other formats
     */
    public Set<MadeUp> save(Selection selection, ShareFormat format, Path file) throws IOException {
        // A temporary file of the library could be read by nobody else for good; this one is as the system makes files.
        Path unfinished = file.toAbsolutePath().resolveSibling("ringback-" + UUID.randomUUID() + ".part");
        try {
            Set<MadeUp> madeUp;
            try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                madeUp = write(selection, format, out);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return madeUp;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** As {@link #save}; the stream stays open. */
    public Set<MadeUp> write(Selection selection, ShareFormat format, OutputStream out) throws IOException {
        switch (format) {
            case PCAP -> {
                return PcapFile.write(selection.messages(), out);
            }
            case TEXT -> TextFile.write(selection.messages(), out);
            case HTML -> out.write(Html.of(page(selection)).getBytes(StandardCharsets.UTF_8));
            case MARKDOWN -> out.write(Markdown.of(page(selection)).getBytes(StandardCharsets.UTF_8));
        }
        return Set.of();
    }

    private Document page(Selection selection) {
        var documents = new FindingDocuments(findings, texts, rfcs, zone);
        List<Block> blocks = new ArrayList<>();
        if (selection.preview().isPresent()) {
            blocks.add(new Note(texts.get(ShareText.PSEUDONYMS)));
        }
        List<JointCall> calls = selection.joined();
        int first = 1;
        for (JointCall call : calls) {
            if (calls.size() > 1) {
                blocks.add(new Heading(documents.heading(call)));
            }
            first += addCall(selection.examined().diagnosed(call), first, documents, blocks);
        }
        String title = calls.size() == 1
                ? documents.heading(calls.getFirst())
                : texts.get(ShareText.TITLE, Integer.toString(calls.size()));
        return new Document(texts.language(), title, blocks);
    }

    /** Numbers messages from {@code first} on; gives how many there are. */
    private int addCall(Joint diagnosed, int first, FindingDocuments documents, List<Block> blocks) {
        JointCall call = diagnosed.call();
        List<Message> messages = call.messages();
        Map<Message, Integer> numbers = new LinkedHashMap<>();
        messages.forEach(message -> numbers.put(message, first + numbers.size()));
        blocks.addAll(documents.opening(diagnosed));
        documents.addBroken(diagnosed.brokenRules(), blocks);
        for (LegFinding found : diagnosed.findings()) {
            blocks.addAll(documents.finding(found, diagnosed));
            List<Jump> proofs = found.finding().evidence().stream()
                    .filter(numbers::containsKey)
                    .map(message -> new Jump(numbers.get(message) + " " + message.name(), numbers.get(message)))
                    .toList();
            if (!proofs.isEmpty()) {
                blocks.add(new Jumps(texts.get(ShareText.SEE), proofs));
            }
        }
        blocks.add(new Subheading(texts.get(ShareText.LADDER)));
        Map<Message, String> letters = letters(diagnosed);
        blocks.add(new Picture(ladder.svg(call.legs(), texts), TextLadder.of(messages, letters, first)));
        blocks.add(new Heading(texts.get(ShareText.MESSAGES)));
        numbers.forEach((message, number) ->
                blocks.add(new Verbatim(number, heading(message, number, letters.get(message)), text(message))));
        return messages.size();
    }

    /** The letter of the leg to which each message belongs; empty if there are no others. */
    private static Map<Message, String> letters(Joint diagnosed) {
        Map<Message, String> letters = new HashMap<>();
        if (diagnosed.call().joint()) {
            for (Call leg : diagnosed.call().legs()) {
                leg.messages().forEach(message -> letters.put(message, LadderWords.leg(diagnosed.call(), leg)));
            }
        }
        return letters;
    }

    private String heading(Message message, int number, String letter) {
        var captured = message.captured();
        String time = CallValues.time(message.time(), zone).map(CLOCK::format).orElse("?");
        String from =
                captured.source().host().isEmpty() ? "?" : captured.source().text();
        String to = captured.destination().host().isEmpty()
                ? "?"
                : captured.destination().text();
        String leg = letter == null ? "" : ", " + texts.get(LadderText.LEG, letter);
        return number + ". " + message.name() + leg + ", " + time + ", " + from + " \u2192 " + to;
    }

    private static String text(Message message) {
        byte[] bytes = message.captured().bytes().toArray(ValueLayout.JAVA_BYTE);
        return decoded(bytes).lines().map(CallShare::shown).collect(Collectors.joining("\n"));
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String shown(String line) {
        return Printable.of(line.replace("\t", "    "));
    }
}
