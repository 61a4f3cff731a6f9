package org.ringback.answers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.export.MadeUp;
import org.ringback.export.PcapFile;
import org.ringback.export.TextFile;
import org.ringback.language.Texts;
import org.ringback.pseudonym.Preview;
import org.ringback.report.Html;
import org.ringback.report.LadderPicture;
import org.ringback.report.Markdown;
import org.ringback.report.Selection;
import org.ringback.report.SharePage;
import org.ringback.sip.Printable;
import org.ringback.words.PseudonymWords;
import org.ringback.words.ShareText;

/** Gives selected calls away: as a page with findings, ladder and messages, or as a file of just their messages. */
public final class CallShare {

    private final SharePage page;
    private final Texts texts;

    /**
     * Speaks the language of the answers.
     *
     * @param zone in which times are told
     */
    public CallShare(Answers answers, ZoneId zone, LadderPicture ladder) {
        this.texts = answers.texts();
        this.page = new SharePage(answers.findings(), answers.texts(), answers.rfcs(), zone, ladder);
    }

    private void writeText(Selection selection, OutputStream out) throws IOException {
        if (selection.preview().isPresent()) {
            out.write(note(selection.preview().get()).getBytes(StandardCharsets.UTF_8));
        }
        TextFile.write(selection.messages(), out);
    }

    /** In lines that no reader of logs takes for messages. */
    private String note(Preview preview) {
        var words = new PseudonymWords(texts);
        Stream<String> lines = Stream.concat(
                Stream.of(texts.get(ShareText.PSEUDONYMS), words.limits(preview)),
                words.stays(preview.with(false)).stream());
        return lines.map(line -> "# " + Printable.of(line) + "\n").collect(Collectors.joining()) + "\n";
    }

    /**
     * Writes to a stream that stays open.
     *
     * @return what a pcap says that the messages do not; empty for all other formats
     */
    public Set<MadeUp> write(Selection selection, ShareFormat format, OutputStream out) throws IOException {
        switch (format) {
            case PCAP -> {
                return PcapFile.write(selection.messages(), out);
            }
            case TEXT -> writeText(selection, out);
            case HTML -> out.write(Html.of(page.page(selection)).getBytes(StandardCharsets.UTF_8));
            case MARKDOWN -> out.write(Markdown.of(page.page(selection)).getBytes(StandardCharsets.UTF_8));
        }
        return Set.of();
    }
}
