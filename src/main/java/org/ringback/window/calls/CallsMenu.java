package org.ringback.window.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.TableViewSelectionModel;
import org.ringback.capture.wire.Captured;
import org.ringback.language.Texts;
import org.ringback.session.CallFilter;
import org.ringback.session.CallRow;
import org.ringback.session.CallsModel;
import org.ringback.session.Session;
import org.ringback.session.TimeRange;
import org.ringback.window.kit.CallWords;
import org.ringback.window.kit.CallsViewText;
import org.ringback.window.kit.MenuLine;
import org.ringback.window.kit.NoteCard;
import org.ringback.window.kit.NoteTarget;
import org.ringback.window.kit.NoteTools;
import org.ringback.window.text.Copied;

/** What can be done with the selected calls; what it offers is decided each time that it opens. */
final class CallsMenu extends ContextMenu {

    /** Of so many selected calls the codes are looked at: a menu offers two. */
    private static final int MOST_LOOKED_AT = 100;

    private final Session session;
    private final CallsModel calls;
    private final TableViewSelectionModel<CallRow> selection;
    private Optional<Supplier<MenuItem>> also = Optional.empty();

    CallsMenu(Session session, TableViewSelectionModel<CallRow> selection) {
        this.session = session;
        this.calls = session.calls();
        this.selection = selection;
    }

    /** Offers something more. */
    void alsoOffer(Supplier<MenuItem> item) {
        also = Optional.of(item);
    }

    /** Offers what can be done now. */
    void fill() {
        Texts texts = session.texts().get();
        List<MenuItem> items = new ArrayList<>();
        List<Integer> codes = codes();
        codes.stream()
                .limit(2)
                .forEach(code -> items.add(MenuLine.of(
                        texts.get(CallsViewText.OPEN_CODE, Integer.toString(code)), () -> session.open(code))));
        if (codes.size() == 2) {
            items.add(MenuLine.of(
                    texts.get(
                            CallsViewText.COMPARE_CODES,
                            Integer.toString(codes.get(0)),
                            Integer.toString(codes.get(1))),
                    this::explain));
        }
        items.add(MenuLine.of(texts.get(CallsViewText.COPY_ROWS), this::copy));
        items.add(MenuLine.of(texts.get(CallsViewText.COPY_CALL_ID), this::copyCallIds));
        also.ifPresent(item -> items.add(item.get()));
        CallRow row = selection.getSelectedItem();
        if (row != null) {
            items.addAll(NoteTools.items(NoteTarget.of(session, row.call()), session.texts(), this::write));
            items.addAll(filters(row, texts));
        }
        if (row != null && calls.legs().link(row).isPresent()) {
            items.add(MenuLine.of(texts.get(CallsViewText.UNLINK), () -> calls.unlink(row)));
        }
        if (row != null && calls.legs().undone(row).isPresent()) {
            items.add(MenuLine.of(texts.get(CallsViewText.LINK_AGAIN), () -> calls.linkAgain(row)));
        }
        getItems().setAll(items);
    }

    /** Narrows the list to calls that have something in common with one. */
    private List<MenuItem> filters(CallRow row, Texts texts) {
        List<MenuItem> items = new ArrayList<>();
        CallFilter now = calls.filterProperty().get();
        Stream.of(
                        CallWords.address(row.from()),
                        CallWords.address(row.to()),
                        row.call().opening().captured().source().host(),
                        row.call().opening().captured().destination().host())
                .filter(words -> !words.isBlank() && !words.equals(CallWords.UNKNOWN))
                .distinct()
                .forEach(words -> items.add(MenuLine.of(
                        texts.get(CallsViewText.ONLY_WITH, words),
                        () -> calls.filterProperty().set(now.withWords(words)))));
        row.programs().stream()
                .sorted()
                .forEach(program -> items.add(MenuLine.of(
                        texts.get(CallsViewText.ONLY_WITH, program),
                        () -> calls.filterProperty().set(now.withPrograms(Set.of(program))))));
        long start = row.call().start();
        if (start != Captured.NO_TIME) {
            items.add(MenuLine.of(
                    texts.get(CallsViewText.ONLY_SINCE),
                    () -> calls.filterProperty()
                            .set(now.withBegan(new TimeRange(
                                    OptionalLong.of(start), now.began().to())))));
            items.add(MenuLine.of(
                    texts.get(CallsViewText.ONLY_UNTIL),
                    () -> calls.filterProperty()
                            .set(now.withBegan(new TimeRange(now.began().from(), OptionalLong.of(start))))));
        }
        if (row.code() != 0) {
            items.add(MenuLine.of(
                    texts.get(CallsViewText.ONLY_WITH, Integer.toString(row.code())),
                    () -> calls.filterProperty().set(now.withCodes(Set.of(row.code())))));
        }
        return items;
    }

    /** Lets the user write a note at the selected call, below its row. */
    void write() {
        CallRow row = selection.getSelectedItem();
        if (row != null) {
            NoteCard.show(NoteTarget.of(session, row.call()), session.texts(), rowOf(row));
        }
    }

    /** Marks the selected calls, or takes the mark away from all of them if each has one. */
    void mark() {
        calls.notes()
                .mark(selection.getSelectedItems().stream().map(CallRow::call).toList(), calls.undo());
    }

    private Node rowOf(CallRow row) {
        TableView<CallRow> table = selection.getTableView();
        return table.lookupAll(".table-row-cell").stream()
                .filter(cell -> cell instanceof IndexedCell<?> indexed && row.equals(indexed.getItem()))
                .findFirst()
                .orElse(table);
    }

    /** Opens the code of the selected call in the handbook; of two calls it compares the codes. */
    void explain() {
        List<Integer> codes = codes();
        if (codes.size() == 2) {
            session.compare(codes.get(0), codes.get(1));
        } else if (codes.size() == 1) {
            session.open(codes.getFirst());
        }
    }

    /** The codes of the selected calls that the handbook knows, each once. */
    private List<Integer> codes() {
        return selection.getSelectedItems().stream()
                .limit(MOST_LOOKED_AT)
                .map(CallRow::code)
                .filter(code -> session.answers().get().find(code).isPresent())
                .distinct()
                .toList();
    }

    /** Copies the Call-IDs of the selected rows, one a line: with them one looks in other logs. */
    private void copyCallIds() {
        Copied.put(selection.getSelectedItems().stream()
                .map(CallWords::callId)
                .distinct()
                .collect(Collectors.joining("\n")));
    }

    /** Copies the selected rows as lines with tabs, for a spreadsheet or a ticket. */
    void copy() {
        Copied.put(selection.getSelectedItems().stream()
                .map(row -> CallWords.line(row, session.texts().get()))
                .collect(Collectors.joining("\n")));
    }
}
