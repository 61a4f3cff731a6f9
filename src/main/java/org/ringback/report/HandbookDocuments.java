package org.ringback.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ringback.comparison.Comparison;
import org.ringback.comparison.Difference;
import org.ringback.comparison.Source;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Cause;
import org.ringback.handbook.Entry;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.PageText;
import org.ringback.handbook.Reference;
import org.ringback.handbook.ResponseCode;
import org.ringback.handbook.Rfcs;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;
import org.ringback.report.Document.Block;
import org.ringback.report.Document.Fact;
import org.ringback.report.Document.Facts;
import org.ringback.report.Document.Heading;
import org.ringback.report.Document.Items;
import org.ringback.report.Document.Link;
import org.ringback.report.Document.Links;
import org.ringback.report.Document.Note;
import org.ringback.report.Document.Paragraph;
import org.ringback.report.Document.Point;
import org.ringback.report.Document.Points;
import org.ringback.report.Document.Row;
import org.ringback.report.Document.SideBySide;
import org.ringback.words.ReportText;

/** Turns codes, comparisons and search results into documents in one language. */
public final class HandbookDocuments {

    private final Handbook handbook;
    private final Rfcs rfcs;
    private final Texts texts;
    private final FacetTexts facets;

    public HandbookDocuments(Handbook handbook, Rfcs rfcs, Texts texts) {
        this.handbook = handbook;
        this.rfcs = rfcs;
        this.texts = texts;
        this.facets = new FacetTexts(texts);
    }

    /** The page of a code. */
    public Document page(Entry entry) {
        var words = entry.definition();
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph(words.phrase() + "."));
        if (!entry.code().registered()) {
            blocks.add(new Note(texts.get(PageText.NOT_REGISTERED)));
        }
        addFilledNote(blocks, !entry.filled().isEmpty());
        blocks.add(new Paragraph(words.gist()));
        heading(blocks, PageText.DESCRIPTION);
        words.description().forEach(text -> blocks.add(new Paragraph(text)));
        heading(blocks, PageText.SEEN);
        blocks.add(new Items(false, words.seen()));
        heading(blocks, PageText.fixHeading(entry.code()));
        blocks.add(new Items(true, words.fix()));
        heading(blocks, PageText.CAUSES);
        blocks.add(new Items(false, causes(words.causes())));
        heading(blocks, PageText.USE);
        blocks.add(new Paragraph(words.use()));
        heading(blocks, PageText.FACTS);
        blocks.add(new Facts(facts(entry.code())));
        heading(blocks, PageText.RELATED);
        blocks.add(new Items(false, names(entry.code().related())));
        heading(blocks, PageText.REFERENCES);
        blocks.add(new Links(entry.code().references().stream().map(this::link).toList()));
        return new Document(entry.language(), entry.code().title(), blocks);
    }

    /** Two codes side by side. */
    public Document comparison(Comparison comparison) {
        var blocks = new ArrayList<Block>();
        addFilledNote(blocks, comparison.filled());
        comparison.summary().forEach(text -> blocks.add(new Paragraph(text)));
        if (comparison.sameCode()) {
            blocks.add(new Items(false, names(comparison.confusedWith())));
            return new Document(comparison.left().language(), comparison.title(), blocks);
        }
        String left = comparison.left().code().title();
        String right = comparison.right().code().title();
        comparison.contrast().ifPresent(contrast -> {
            heading(blocks, ReportText.CONTRAST);
            blocks.add(new Items(false, contrast.differences()));
            heading(blocks, ReportText.TELL);
            blocks.add(new Paragraph(contrast.tell()));
        });
        heading(blocks, ReportText.DIFFERENCES);
        blocks.add(new Points(
                left,
                right,
                comparison.differences().stream().map(HandbookDocuments::point).toList()));
        heading(blocks, ReportText.WHEN_TO_USE);
        blocks.add(new Items(false, comparison.whenToUse()));
        heading(blocks, ReportText.DEFINITIONS);
        blocks.add(new SideBySide(left, right, rows(comparison.left(), comparison.right())));
        heading(blocks, ReportText.AGREEMENTS);
        blocks.add(new Facts(comparison.agreements().stream()
                .map(agreement -> new Fact(agreement.about(), agreement.value()))
                .toList()));
        heading(blocks, ReportText.LEARN_MORE);
        blocks.add(new Links(comparison.learnMore().stream().map(this::link).toList()));
        return new Document(comparison.left().language(), comparison.title(), blocks);
    }

    /** What a search found, best first. */
    public Document searchResult(String query, List<Integer> found) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Facts(found.stream()
                .map(handbook::entry)
                .map(entry -> new Fact(entry.code().title(), entry.definition().phrase()))
                .toList()));
        return new Document(texts.language(), texts.get(ReportText.SEARCH_TITLE, query), blocks);
    }

    private void addFilledNote(List<Block> blocks, boolean filled) {
        if (filled) {
            blocks.add(new Note(texts.get(PageText.IN_ENGLISH)));
        }
    }

    private void heading(List<Block> blocks, TextKey key) {
        blocks.add(new Heading(texts.get(key)));
    }

    private List<String> names(List<Integer> codes) {
        return codes.stream()
                .map(handbook::entry)
                .map(entry -> texts.get(
                        ReportText.NAMED,
                        entry.code().title(),
                        entry.definition().phrase()))
                .toList();
    }

    private List<String> causes(List<Cause> causes) {
        return causes.stream().map(this::cause).toList();
    }

    private String cause(Cause cause) {
        return texts.get(ReportText.CAUSE, cause.cause(), cause.confirm());
    }

    private List<Fact> facts(ResponseCode code) {
        Stream<Fact> own = Stream.of(Aspect.values())
                .map(aspect -> new Fact(texts.get(aspect), facets.value(aspect, code)))
                .filter(fact -> !fact.value().isEmpty());
        Stream<Fact> others = code.otherPhrases().stream()
                .map(other ->
                        new Fact(texts.get(PageText.OTHER_PHRASES), other.phrase() + " (" + other.usedBy() + ")"));
        return Stream.concat(own, others).toList();
    }

    private static Point point(Difference difference) {
        return new Point(difference.about(), difference.left(), difference.right());
    }

    private List<Row> rows(Entry left, Entry right) {
        var one = left.definition();
        var other = right.definition();
        return List.of(
                new Row(texts.get(PageText.DESCRIPTION), false, one.description(), other.description()),
                new Row(texts.get(PageText.SEEN), false, one.seen(), other.seen()),
                new Row(texts.get(PageText.fixHeading(left.code(), right.code())), true, one.fix(), other.fix()),
                new Row(texts.get(PageText.CAUSES), false, causes(one.causes()), causes(other.causes())));
    }

    private Link link(Reference reference) {
        return new Link(referenceName(reference, rfcs.title(reference.rfc())), reference.url());
    }

    private Link link(Source source) {
        return new Link(
                referenceName(source.reference(), source.title()),
                source.reference().url());
    }

    private String referenceName(Reference reference, String title) {
        String rfc = "RFC " + reference.rfc();
        return reference.section() == null
                ? texts.get(ReportText.REFERENCE, rfc, title)
                : texts.get(ReportText.REFERENCE_SECTION, rfc, reference.section(), title);
    }
}
