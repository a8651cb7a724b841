using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Courseware;
using TrainingHub.Questions;
using TrainingHub.UnitTests.Questions;

namespace TrainingHub.UnitTests.Courseware;

public sealed class QuestionMarkdownTests
{
    private const string Head = "kind: single\nuse: both\ndifficulty: 2\nstandard: fire-law\nedition: 2021\nclause: 第二十八条\n";

    [Fact]
    public void Any_sound_question_is_read_as_it_was_written() =>
        Prop.ForAll(AnyQuestion.Arbitrary, AnyQuestion.Arbitrary, (one, other) =>
        {
            MarkdownQuestion[] written =
            [
                new MarkdownQuestion(one) { Tags = ["消防", "a;b", "\\"], Points = ["疏散"], Source = " 某题库 " },
                new MarkdownQuestion(other),
            ];
            var text = QuestionMarkdown.Write(written);
            var read = QuestionMarkdown.Read(text);

            return read.Problems.Count is 0
                && read.Questions.Zip(written).All(pair => IsSame(pair.First, pair.Second)) && read.Questions.Count is 2
                && string.Equals(QuestionMarkdown.Write(read.Questions), text, StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void A_question_by_hand_is_read()
    {
        var read = QuestionMarkdown.Read($"""
            # fire-exit
            {Head}tags: 消防; 疏散

            安全出口能不能上锁？

            - [ ] 能
            - [x] 不能

            > 不得堵塞、封闭安全出口。
            """);

        Assert.Empty(read.Problems);
        var question = Assert.Single(read.Questions);
        Assert.Equal(["消防", "疏散"], question.Tags);
        Assert.Equal(1, question.Line);
        Assert.Equal("安全出口能不能上锁？", question.Question.Prompt.Stem);
        Assert.Equal([1], question.Question.Key.CorrectOptions);
        Assert.Equal(new Basis.OfClause("fire-law", "2021", "第二十八条"), question.Question.Key.Basis);
    }

    [Theory]
    [InlineData("前言\n\n# a\n", "text-before-heading", 1)]
    [InlineData($"# a\n{Head}colour: red\n\n题\n\n- [x] 甲\n- [ ] 乙\n\n> 解\n", "field-unknown", 8)]
    [InlineData("# a\nkind: essay\n\n题\n", "word-unknown", 2)]
    [InlineData($"# a\n{Head}\n题\n\n- 甲\n- [x] 乙\n\n> 解\n", "line-unreadable", 11)]
    [InlineData($"# a\n{Head}\n题\n\n- [x] 甲\n- [x] 乙\n\n> 解\n", "answer-count", 1)]
    [InlineData($"# a\n{Head}\n题\n\n- [x] 甲\n- [ ] 乙\n", "explanation-missing", 1)]
    [InlineData($"# a\n{Head}case: b\n\n题\n\n- [x] 甲\n- [ ] 乙\n\n> 解\n", "case-unknown", 8)]
    [InlineData($"# case: b\npicture: 走廊.png\n\n某日\n\n# a\n{Head}case: b\n\n题\n\n- [x] 甲\n- [ ] 乙\n\n> 解\n", "case-broken", 13)]
    [InlineData($"# a\n{Head}picture: 走廊.png 堆着课桌\n\n题\n\n- [x] 甲\n- [ ] 乙\n\n> 解\n", "picture-unreadable", 8)]
    [InlineData("# a\nkind: single\nuse: both\ndifficulty: 1\n\n题\n\n- [x] 甲\n- [ ] 乙\n\n> 解\n", "basis-incomplete", 1)]
    public void What_is_wrong_is_told_with_its_line(string text, string code, int line)
    {
        var read = QuestionMarkdown.Read(text, "a.md");

        Assert.Contains(read.Problems, problem => string.Equals(problem.Code, code, StringComparison.Ordinal) && problem.Line == line && problem.File is "a.md");
        Assert.Empty(read.Questions);
    }

    [Fact]
    public void A_wrong_question_does_not_hide_the_next()
    {
        var read = QuestionMarkdown.Read($"# a\n{Head}\n题\n\n# b\n{Head}\n题二\n\n- [x] 甲\n- [ ] 乙\n\n> 解\n");

        Assert.NotEmpty(read.Problems);
        Assert.Equal("b", Assert.Single(read.Questions).Question.Prompt.Id);
    }

    [Fact]
    public void A_basis_may_be_given_for_all()
    {
        var basis = new Basis.OfDocument("guide", null, "如此");
        var read = QuestionMarkdown.Read("# a\nkind: trueFalse\nuse: both\ndifficulty: 1\nanswer: true\n\n题\n\n> 解\n", fallback: basis);

        Assert.Equal(basis, Assert.Single(read.Questions).Question.Key.Basis);
    }

    [Fact]
    public void No_text_at_all_ends_in_an_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), AnyQuestion.Arbitrary, (noise, question) =>
        {
            var text = QuestionMarkdown.Write(new MarkdownQuestion(question));
            var cut = text[..(text.Length * ((noise?.Length ?? 0) % 10) / 10)] + noise;
            return QuestionMarkdown.Read(cut) is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool IsSame(MarkdownQuestion read, MarkdownQuestion written) =>
        string.Equals(read.Question.Hash, written.Question.Hash, StringComparison.Ordinal)
        && read.Question.Use == written.Question.Use && read.Question.Difficulty == written.Question.Difficulty
        && read.Tags.SequenceEqual(written.Tags, StringComparer.Ordinal) && read.Points.SequenceEqual(written.Points, StringComparer.Ordinal) && string.Equals(read.Source, written.Source, StringComparison.Ordinal);
}
