package org.ringback.window.calls;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ringback.answers.Answers;
import org.ringback.handbook.Entry;
import org.ringback.language.Texts;
import org.ringback.session.CallFilter;
import org.ringback.statistics.CallStatistics;
import org.ringback.statistics.Count;
import org.ringback.statistics.Group;
import org.ringback.statistics.Period;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.Prose;
import org.ringback.words.StatisticsText;
import org.ringback.words.StatisticsWords;

/** Calls in numbers: sentences about all of them, and bars for each point of view, each of which narrows the list. */
final class StatisticsPage extends VBox {

    /** More bars than that nobody looks at. */
    private static final int MOST = 8;

    private final Answers answers;
    private final Texts texts;
    private final StatisticsWords words;
    private final Consumer<UnaryOperator<CallFilter>> narrow;

    /**
     * Shows what was counted.
     *
     * @param narrow takes what is to be seen of the list when somebody clicks a bar
     */
    StatisticsPage(Answers answers, CallStatistics numbers, Consumer<UnaryOperator<CallFilter>> narrow) {
        this.answers = answers;
        this.texts = answers.texts();
        this.words = new StatisticsWords(texts);
        this.narrow = narrow;
        getStyleClass().add("statistics");
        words.sentences(numbers).forEach(sentence -> getChildren().add(Prose.text(sentence, "prose")));
        if (numbers.periods().all().size() > 1) {
            getChildren()
                    .addAll(
                            Prose.heading(texts.get(StatisticsText.BEGAN)),
                            new PeriodBars(
                                    numbers.periods(),
                                    words,
                                    range -> narrow.accept(filter -> filter.withBegan(range))),
                            ends(numbers.periods().all()));
        }
        add(
                StatisticsText.CODE,
                numbers.codes(),
                this::title,
                code -> filter -> filter.withCodes(Set.of(Integer.valueOf(code))));
        add(StatisticsText.DESTINATION, numbers.destinations(), host -> host, host -> filter -> filter.withWords(host));
        add(StatisticsText.SOURCE, numbers.sources(), host -> host, host -> filter -> filter.withWords(host));
        add(
                StatisticsText.PROGRAM,
                numbers.programs(),
                program -> program,
                program -> filter -> filter.withPrograms(Set.of(program)));
    }

    private Node ends(List<Period> periods) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(
                Prose.text(words.start(periods.getFirst()), "muted"),
                gap,
                Prose.text(words.start(periods.getLast()), "muted"));
        line.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return line;
    }

    private String title(String code) {
        return answers.find(Integer.parseInt(code))
                .map(Entry::code)
                .map(known -> known.title())
                .orElse(code);
    }

    private void add(
            StatisticsText what,
            List<Group> groups,
            UnaryOperator<String> name,
            Function<String, UnaryOperator<CallFilter>> filter) {
        if (groups.isEmpty()) {
            return;
        }
        int longest = groups.getFirst().count().calls();
        var grid = new GridPane();
        grid.getStyleClass().add("statistics-bars");
        for (Group group : groups.stream().limit(MOST).toList()) {
            String shown = name.apply(group.name());
            var bar = new ShareBar(group.count(), longest);
            GridPane.setHgrow(bar, Priority.ALWAYS);
            grid.addRow(grid.getRowCount(), link(shown, filter.apply(group.name())), bar, counts(group.count()));
        }
        getChildren().addAll(Prose.heading(texts.get(what)), grid);
        if (groups.size() > MOST) {
            getChildren()
                    .add(Prose.text(
                            texts.get(
                                    CallsViewText.STATISTICS_MORE,
                                    texts.numbers().count(groups.size() - MOST)),
                            "muted"));
        }
    }

    private Node link(String name, UnaryOperator<CallFilter> filter) {
        var link = new Button(name);
        link.setMnemonicParsing(false);
        link.getStyleClass().addAll("flat", "statistics-name");
        link.setAccessibleText(texts.get(CallsViewText.STATISTICS_SHOW, name));
        link.setOnAction(click -> narrow.accept(filter));
        return link;
    }

    private Node counts(Count count) {
        var line = new HBox(Prose.text(words.count(count), "statistics-count"));
        line.setMinWidth(USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
