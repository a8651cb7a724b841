using TrainingHub.Courseware;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

/// <summary>A question that rests on more than one clause.</summary>
public sealed class MoreClausesTests
{
    private static readonly Basis.OfClause First = new("fire-law", "2021", "第十六条"), Second = new("guide", "2024", "第三条（一）第9项");

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

    private static QuestionVersion Resting(params Basis.OfClause[] more)
    {
        var any = SomeQuestions.Single();
        return new QuestionVersion(any.Prompt, any.Key with { Basis = First, MoreClauses = more }, any.Use, any.Difficulty);
    }
}
