using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class PaperCopiesTests
{
    [Fact]
    public void Of_copies_the_nearest_is_drawn()
    {
        IReadOnlyList<PaperCandidate> candidates = [Candidate("of-school", "of-city"), Candidate("of-county", "of-city"), Candidate("other"), Candidate("of-city")];

        Assert.Equal(["of-school", "other"], PaperCopies.Nearest(candidates, new PaperPlan()).Select(one => one.Name.Id));
    }

    [Fact]
    public void The_one_that_always_stands_on_the_paper_is_kept_alone()
    {
        IReadOnlyList<PaperCandidate> candidates = [Candidate("of-county", "of-city"), Candidate("of-city")];
        var plan = new PaperPlan { Fixed = [new FixedQuestion(new QuestionName("", "of-city"), 5)] };

        Assert.Equal(["of-city"], PaperCopies.Nearest(candidates, plan).Select(one => one.Name.Id));
    }

    [Fact]
    public void A_copy_that_no_section_takes_leaves_the_question_to_the_bank_it_came_from()
    {
        var folder = Guid.NewGuid();
        IReadOnlyList<PaperCandidate> candidates = [Candidate("of-school", "of-city"), Candidate("of-city") with { Folders = [folder] }];
        var plan = new PaperPlan { Sections = [new PaperSection(new PaperFilter { Folder = folder }, 1, 5)] };

        Assert.Equal(["of-city"], PaperCopies.Nearest(candidates, plan).Select(one => one.Name.Id));
    }

    [Fact]
    public void Questions_of_courses_are_no_copies_of_each_other()
    {
        IReadOnlyList<PaperCandidate> candidates = [Candidate("q1", source: "fire"), Candidate("q1", source: "food"), Candidate("q1")];

        Assert.Equal(3, PaperCopies.Nearest(candidates, new PaperPlan()).Count);
    }

    private static PaperCandidate Candidate(string id, string? origin = null, string source = "")
    {
        var question = new QuestionVersion(
            new QuestionPrompt(id, QuestionKind.Single, "多久检查一次？", ["每月", "每年"]), new QuestionKey([0], "见要求。", new Basis.OfDocument("清单", null, "每月一次")), QuestionUse.Both, 1);
        return new PaperCandidate(source, question, []) { Origin = origin ?? id };
    }
}
