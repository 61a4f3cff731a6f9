package org.ringback.window.share;

import java.util.List;
import java.util.Optional;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.stage.Window;

/** Prints a page as text and lines, as wide as the paper, on as many sheets as it takes. */
final class Printing {

    private final PrinterJob job;

    private Printing(PrinterJob job) {
        this.job = job;
    }

    /** A printer to talk to; empty if the system has none. Nothing has to be prepared for this. */
    static Optional<Printing> begin() {
        return Optional.ofNullable(PrinterJob.createPrinterJob()).map(Printing::new);
    }

    /** Asks the user for printer and paper; whether she wants to go on. */
    boolean ask(Window owner) {
        boolean wanted = job.showPrintDialog(owner);
        if (!wanted) {
            job.cancelJob();
        }
        return wanted;
    }

    /** Prints sheet by sheet, beside the screen; false if the printer did not take it. */
    boolean print(Paper paper, Steps steps) {
        PageLayout layout = job.getJobSettings().getPageLayout();
        List<Double> ends = steps.onToolkit(() -> sheets(paper, layout));
        boolean taken = true;
        for (int sheet = 0; taken && sheet < ends.size(); sheet++) {
            double top = sheet == 0 ? 0 : ends.get(sheet - 1);
            double bottom = ends.get(sheet);
            Node printed = steps.onToolkit(() -> paper.between(top, bottom, layout.getPrintableWidth() / Paper.WIDTH));
            taken = job.printPage(layout, printed);
            steps.done(sheet + 1, ends.size());
            if (steps.unwanted()) {
                job.cancelJob();
                return true;
            }
        }
        return taken && job.endJob();
    }

    private static List<Double> sheets(Paper paper, PageLayout layout) {
        return PageBreaks.of(paper.sheet(), layout.getPrintableHeight() * Paper.WIDTH / layout.getPrintableWidth());
    }
}
