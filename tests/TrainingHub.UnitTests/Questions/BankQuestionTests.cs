using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class BankQuestionTests
{
    private static readonly DateTime Nine = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Author = Guid.NewGuid();
    private static readonly Guid Reviewer = Guid.NewGuid();

    [Fact]
    public void Goes_from_draft_over_review_to_published_by_somebody_else()
    {
        var question = Begin();

        Assert.IsType<BankStepOutcome.Done>(question.Move(BankStep.Submit, Author, "", isAlone: false, Nine));
        Assert.Equal(new BankStepOutcome.Refused(BankStepRefusal.OwnQuestion), question.Move(BankStep.Publish, Author, "", isAlone: false, Nine));
        Assert.False(question.IsDrawn);
        Assert.IsType<BankStepOutcome.Done>(question.Move(BankStep.Publish, Reviewer, "", isAlone: false, Nine));

        Assert.Equal(BankStatus.Published, question.Status);
        Assert.Equal((question.Hash, 1), (question.PublishedHash, question.PublishedNumber));
        Assert.True(question.IsDrawn);
    }

    [Fact]
    public void Is_published_by_its_author_where_nobody_else_could_review_it()
    {
        var question = Begin();
        question.Move(BankStep.Submit, Author, "", isAlone: true, Nine);

        Assert.IsType<BankStepOutcome.Done>(question.Move(BankStep.Publish, Author, "", isAlone: true, Nine));
    }

    [Theory]
    [InlineData(BankStep.Submit)]
    [InlineData(BankStep.Publish)]
    public void Is_neither_submitted_nor_published_with_a_picture_without_words(BankStep step)
    {
        var question = Begin();
        if (step is BankStep.Publish)
        {
            question.Move(BankStep.Submit, Author, "", isAlone: true, Nine);
        }

        var before = question.Status;

        Assert.Equal(new BankStepOutcome.Refused(BankStepRefusal.PictureTextMissing), question.Move(step, Reviewer, "", isAlone: true, Nine, lacksPictureText: true));
        Assert.Equal(before, question.Status);
        Assert.False(question.IsDrawn);
    }

    [Fact]
    public void Is_given_back_with_what_is_to_be_mended()
    {
        var question = Begin();
        question.Move(BankStep.Submit, Author, "", isAlone: false, Nine);

        Assert.Equal(new BankStepOutcome.Refused(BankStepRefusal.RemarkMissing), question.Move(BankStep.GiveBack, Reviewer, "", isAlone: false, Nine));
        Assert.IsType<BankStepOutcome.Done>(question.Move(BankStep.GiveBack, Reviewer, "选项B和C一样", isAlone: false, Nine));

        Assert.Equal((BankStatus.Draft, "选项B和C一样"), (question.Status, question.Remark));
    }

    [Fact]
    public void A_changed_text_is_the_next_version_while_the_published_one_is_drawn()
    {
        var question = Published();
        var former = question.Hash;

        Assert.True(question.Write(Version("灭火器应当每两个月检查一次。"), Reviewer, Nine.AddHours(1)));

        Assert.Equal((BankStatus.Draft, 2, former, 1), (question.Status, question.Number, question.PublishedHash, question.PublishedNumber));
        Assert.True(question.IsDrawn);
        Assert.Equal(Reviewer, question.WrittenBy);
    }

    [Fact]
    public void Use_and_difficulty_change_without_a_version()
    {
        var question = Published();

        Assert.False(question.Write(new QuestionVersion(Version().Prompt, Version().Key, QuestionUse.Practice, 3), Reviewer, Nine));

        Assert.Equal((BankStatus.Published, 1, QuestionUse.Practice, 3), (question.Status, question.Number, question.Use, question.Difficulty));
    }

    [Fact]
    public void What_is_retired_is_drawn_no_more_and_can_be_restored()
    {
        var question = Published();

        question.Move(BankStep.Retire, Author, "", isAlone: false, Nine);
        Assert.False(question.IsDrawn);
        Assert.Equal(new BankStepOutcome.Refused(BankStepRefusal.Moved), question.Move(BankStep.Publish, Reviewer, "", isAlone: false, Nine));
        question.Move(BankStep.Restore, Author, "", isAlone: false, Nine);

        Assert.Equal(BankStatus.Draft, question.Status);
    }

    [Fact]
    public void Is_found_by_folded_words_and_known_by_what_it_asks()
    {
        var one = BankQuestion.Begin(Guid.NewGuid(), Guid.NewGuid(), null, Version("灭火器应当 每Ａ月检查"), null, Author, Nine);
        var other = Version("灭火器应当 每Ａ月检查");
        var renamed = new QuestionVersion(other.Prompt with { Id = "Q-2" }, other.Key with { Explanation = "另一段解析" }, other.Use, other.Difficulty);

        Assert.Contains(BankContent.Fold("每a月"), one.SearchText, StringComparison.Ordinal);
        Assert.Equal(one.Fingerprint, BankContent.FingerprintOf(renamed));
        Assert.NotEqual(one.Fingerprint, BankContent.FingerprintOf(Version("灭火器应当每天检查")));
    }

    [Theory]
    [InlineData("Q-7K3MPX2A", true)]
    [InlineData("XF-0217", true)]
    [InlineData("1", false)]
    [InlineData("17", false)]
    [InlineData("题-1", false)]
    [InlineData("a b", false)]
    public void Keeps_ids_that_can_be_read_aloud(string id, bool isId) => Assert.Equal(isId, BankIds.IsId(id));

    private static BankQuestion Begin() => BankQuestion.Begin(Guid.NewGuid(), Guid.NewGuid(), null, Version(), null, Author, Nine);

    private static BankQuestion Published()
    {
        var question = Begin();
        question.Move(BankStep.Submit, Author, "", isAlone: false, Nine);
        question.Move(BankStep.Publish, Reviewer, "", isAlone: false, Nine);
        return question;
    }

    private static QuestionVersion Version(string stem = "灭火器应当每月检查一次。") =>
        new(new("Q-1", QuestionKind.TrueFalse, stem, []), new([0], "见规定。", new Basis.OfDocument("文件", null, "每月检查")), QuestionUse.Both, 1);
}
