package org.ringback.report;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ringback.call.JointCall;
import org.ringback.call.Message;
import org.ringback.call.Note;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.Places;
import org.ringback.diagnosis.UnknownText;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallNetwork;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Inflected;
import org.ringback.language.Texts;
import org.ringback.page.Block;
import org.ringback.page.Block.Heading;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Jump;
import org.ringback.page.Block.Jumps;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Block.Picture;
import org.ringback.page.Block.Subheading;
import org.ringback.page.Block.Verbatim;
import org.ringback.page.Document;
import org.ringback.pseudonym.Likeness;
import org.ringback.pseudonym.Preview;
import org.ringback.reading.Joint;
import org.ringback.reading.Joint.LegFinding;
import org.ringback.sip.Printable;
import org.ringback.words.LadderText;
import org.ringback.words.LadderWords;
import org.ringback.words.PseudonymWords;
import org.ringback.words.ShareText;

/** Lays out the page of calls that somebody gives away: findings, ladder and messages. */
public final class SharePage {

    private final FindingDocuments documents;
    private final Texts texts;
    private final ZoneTimes times;
    private final LadderPicture ladder;

    /**
     * Speaks the language of the texts.
     *
     * @param zone in which times are told
     */
    public SharePage(FindingTexts findings, Texts texts, Rfcs rfcs, ZoneId zone, LadderPicture ladder) {
        this.documents = new FindingDocuments(findings, texts, rfcs, zone);
        this.texts = texts;
        this.times = new ZoneTimes(zone);
        this.ladder = ladder;
    }

    /** The page of the calls, each numbered message below its findings. */
    public Document page(Selection selection) {
        List<Block> blocks = new ArrayList<>();
        if (selection.preview().isPresent()) {
            addPseudonyms(selection.preview().get(), blocks);
        }
        List<JointCall> calls = selection.joined();
        int first = 1;
        for (JointCall call : calls) {
            if (calls.size() > 1) {
                blocks.add(new Heading(documents.heading(call)));
            }
            first += addCall(call, selection, first, blocks);
        }
        String title = calls.size() == 1
                ? documents.heading(calls.getFirst())
                : texts.get(ShareText.TITLE, Integer.toString(calls.size()));
        return new Document(texts.language(), title, blocks);
    }

    private void addPseudonyms(Preview preview, List<Block> blocks) {
        var words = new PseudonymWords(texts);
        blocks.add(new Block.Note(texts.get(ShareText.PSEUDONYMS)));
        blocks.add(new Paragraph(words.limits(preview)));
        List<String> stays = words.stays(preview).stream().map(Printable::of).toList();
        if (!stays.isEmpty()) {
            blocks.add(new Items(/* ordered= */ false, stays));
        }
    }

    /** Numbers messages from {@code first} on; gives how many there are. */
    private int addCall(JointCall call, Selection selection, int first, List<Block> blocks) {
        Joint diagnosed = selection.examined().diagnosed(call);
        Remarks remarks = selection.remarks();
        List<Message> messages = call.messages();
        Map<Message, Integer> numbers = new LinkedHashMap<>();
        messages.forEach(message -> numbers.put(message, first + numbers.size()));
        blocks.addAll(documents.opening(diagnosed));
        call.legs().stream()
                .flatMap(leg -> Optional.ofNullable(remarks.calls().get(leg)).stream())
                .forEach(note -> blocks.add(remark(note)));
        documents.addBroken(diagnosed.brokenRules(), blocks);
        for (LegFinding found : diagnosed.findings()) {
            blocks.add(documents.finding(found, diagnosed, List.of()));
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
        List<CallMedia> media =
                call.legs().stream().map(selection.examined()::media).toList();
        List<CallNetwork> network =
                call.legs().stream().map(selection.examined()::network).toList();
        blocks.add(new Picture(
                ladder.svg(call.legs(), media, network, texts),
                TextLadder.of(
                        messages,
                        letters,
                        new Insertions(texts).of(media, network),
                        first,
                        Inflected.of(texts.get(UnknownText.HOST)).plain())));
        blocks.addAll(new SharedStreams(texts, times, blurred(selection)).blocks(media));
        blocks.add(new Heading(texts.get(ShareText.MESSAGES)));
        numbers.forEach((message, number) -> {
            blocks.add(new Verbatim(number, heading(message, number, letters.get(message)), text(message)));
            Optional.ofNullable(remarks.messages().get(message)).ifPresent(note -> blocks.add(remark(note)));
        });
        return messages.size();
    }

    private static boolean blurred(Selection selection) {
        return selection
                .preview()
                .filter(preview -> preview.likeness() == Likeness.BLURRED)
                .isPresent();
    }

    private Block remark(Note note) {
        return new Block.Note(
                note.text().isEmpty()
                        ? texts.get(ShareText.MARKED)
                        : texts.get(ShareText.NOTE, Printable.of(note.text().replace('\n', ' '))));
    }

    /** The letter of the leg to which each message belongs; empty if there are no others. */
    private static Map<Message, String> letters(Joint diagnosed) {
        Map<Message, String> letters = new HashMap<>();
        if (diagnosed.call().joint()) {
            LadderWords.letters(diagnosed.call())
                    .forEach((leg, letter) -> leg.messages().forEach(message -> letters.put(message, letter)));
        }
        return letters;
    }

    private String heading(Message message, int number, String letter) {
        var captured = message.captured();
        String time = message.time() == Captured.NO_TIME ? texts.get(UnknownText.TIME) : times.clock(message.time());
        String from = new Places(texts).say(captured.source());
        String to = new Places(texts).say(captured.destination());
        String leg = letter == null ? "" : ", " + texts.get(LadderText.LEG, letter);
        return number + ". " + message.name() + leg + ", " + time + ", " + from + " \u2192 " + to;
    }

    private static String text(Message message) {
        byte[] bytes = message.captured().bytes().toArray(ValueLayout.JAVA_BYTE);
        return decoded(bytes).lines().map(SharePage::shown).collect(Collectors.joining("\n"));
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
