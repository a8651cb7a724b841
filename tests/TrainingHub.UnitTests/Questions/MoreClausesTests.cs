using TrainingHub.Courseware;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Questions;

/// <summary>A question that rests on more than one clause.</summary>
public sealed class MoreClausesTests
{
    private static readonly Basis.OfClause First = new("fire-law", "2021", "第十六条"), Second = new("guide", "2024", "第三条（一）第9项");

    private static readonly DateOnly Change = new(2026, 5, 1);

    [Fact]
    public void Further_clauses_are_part_of_the_version_but_not_of_the_answer()
    {
        var (one, two) = (Resting(), Resting(Second));

        Assert.NotEqual(one.Hash, two.Hash);
        Assert.Equal(one.AnswerHash, two.AnswerHash);
        Assert.Equal([First, Second], two.Key.Bases);
    }

    [Fact]
    public void A_filter_takes_a_question_by_any_of_its_clauses()
    {
        var candidate = new PaperCandidate("", Resting(Second), []);

        Assert.True(new PaperFilter { Standard = "fire-law", Clause = "第十六条" }.Takes(candidate));
        Assert.True(new PaperFilter { Standard = "guide" }.Takes(candidate));
        // The clause has to be that standard's.
        Assert.False(new PaperFilter { Standard = "guide", Clause = "第十六条" }.Takes(candidate));
    }

    [Fact]
    public void One_clause_that_does_not_hold_any_more_keeps_a_question_from_being_drawn()
    {
        (string, string) kept = ("第五条", "每学期演练一次");
        var law = Edition("fire-law", "2021", (First.ClauseNumber, "落实消防安全责任制"));
        var before = Edition("guide", "2024", kept, (Second.ClauseNumber, "宿舍安全出口锁闭"));
        var after = Edition("guide", "2026", kept) with { Replaces = before.Name, InForceFrom = Change };
        var history = new EditionHistory([law, before, after]);

        Assert.Equal(ClauseStanding.InForce, BasisRule.StandingOf(Resting(Second).Key, history, Change.AddDays(-1)));
        Assert.Equal(ClauseStanding.Repealed, BasisRule.StandingOf(Resting(Second).Key, history, Change));
        Assert.Equal(ClauseStanding.InForce, BasisRule.StandingOf(Resting().Key, history, Change));
        Assert.Equal(First, BasisRule.WeakestOf(Resting(Second).Key, history, Change.AddDays(-1)));
        Assert.Equal(Second, BasisRule.WeakestOf(Resting(Second).Key, history, Change));
    }

    [Fact]
    public void Markdown_carries_every_clause_and_comes_back_the_same()
    {
        var text = QuestionMarkdown.Write(new MarkdownQuestion(Resting(Second)));
        var read = QuestionMarkdown.Read(text);

        Assert.Contains("also: clause:guide@2024#第三条（一）第9项", text, StringComparison.Ordinal);
        Assert.Equal(Resting(Second).Hash, Assert.Single(read.Questions).Question.Hash);
        Assert.Equal("also-unreadable", Assert.Single(QuestionMarkdown.Read(text.Replace("also: clause:", "also: ", StringComparison.Ordinal)).Problems).Code);
    }

    [Fact]
    public void A_cell_carries_a_line_for_each_clause()
    {
        var text = BasisText.Write(Resting(Second).Key);

        Assert.Equal(2, BasisText.Lines(text).Count);
        Assert.True(BasisText.IsExact(text));
        Assert.Equal(First, BasisText.Read(text));
        Assert.Equal([Second], BasisText.ReadMore(text));
        Assert.Single(BasisText.Lines("第一行\n第二行"));
    }

    [Fact]
    public void What_a_change_of_many_altered_is_taken_back()
    {
        var (by, now) = (Guid.CreateVersion7(), new DateTime(2026, 5, 1, 1, 0, 0, DateTimeKind.Utc));
        var question = BankQuestion.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), folderId: null, Resting(), source: null, by, now);
        BankTag[] tags = [new() { BankQuestionId = question.Id, Kind = BankTagKind.Tag, Name = "消防" }];
        var before = question.StateWith(tags);

        question.Move(BankStep.Submit, by, "", isAlone: true, now);
        question.Move(BankStep.Publish, by, "", isAlone: true, now);
        question.Attention |= BankAttention.BasisStale;
        var isSame = question.StateWith(tags).IsSameAs(before);
        question.Restore(before, by, now);

        Assert.False(isSame);
        Assert.Equal((BankStatus.Draft, null, BankAttention.BasisStale), (question.Status, question.PublishedHash, question.Attention));
        Assert.True((question.StateWith(tags) with { Attention = before.Attention }).IsSameAs(before));
    }

    [Fact]
    public void What_was_taken_back_is_its_authors_again_and_waits_for_somebody_else()
    {
        var (author, changer, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new DateTime(2026, 5, 1, 1, 0, 0, DateTimeKind.Utc));
        var question = BankQuestion.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), folderId: null, Resting(), source: null, author, now);
        question.Move(BankStep.Submit, author, "", isAlone: false, now);
        var before = question.StateWith([]);

        question.Write(Resting(Second), changer, now);
        question.Write(Resting(), changer, now);
        question.Restore(before, changer, now, isRewritten: true);

        Assert.Equal((author, changer), (question.WrittenBy, question.Record("").WrittenBy));
        Assert.Equal(new BankStepOutcome.Refused(BankStepRefusal.OwnQuestion), question.Move(BankStep.Publish, author, "", isAlone: false, now));
        // What was noted before the author was, keeps whoever wrote last.
        question.Restore(before with { WrittenBy = null }, changer, now);
        Assert.Equal(author, question.WrittenBy);
    }

    [Fact]
    public void A_draft_that_says_the_same_as_what_is_drawn_is_drawn_only_when_it_was_written_again_for_it()
    {
        var (by, now) = (Guid.CreateVersion7(), new DateTime(2026, 5, 1, 1, 0, 0, DateTimeKind.Utc));
        var question = BankQuestion.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), folderId: null, Resting(), source: null, by, now);
        question.Move(BankStep.Submit, by, "", isAlone: true, now);
        question.Move(BankStep.Publish, by, "", isAlone: true, now);
        var published = question.StateWith([]);
        question.Write(Resting(Second), by, now);
        question.Write(Resting(), by, now);

        question.Restore(question.StateWith([]) with { Difficulty = 3 }, by, now);
        var asDraft = (question.Status, question.Number, question.PublishedNumber);
        question.Restore(published, by, now, isRewritten: true);

        Assert.Equal((BankStatus.Draft, 3, 1), asDraft);
        Assert.Equal((BankStatus.Published, 3), (question.Status, question.PublishedNumber));
    }

    private static StandardEdition Edition(string slug, string edition, params (string Number, string Text)[] clauses) => new()
    {
        Slug = slug,
        Title = slug,
        Edition = edition,
        Number = "1号",
        Issuer = "某部",
        Issued = new DateOnly(2013, 1, 1),
        Status = EditionStatus.InForce,
        Clauses = [.. clauses.Select(clause => new Clause(clause.Number, null, clause.Text, ClauseSighting.Full))],
    };

    private static QuestionVersion Resting(params Basis.OfClause[] more)
    {
        var any = SomeQuestions.Single();
        return new QuestionVersion(any.Prompt, any.Key with { Basis = First, MoreClauses = more }, any.Use, any.Difficulty);
    }
}
