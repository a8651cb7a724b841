using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class QuestionVersionTests
{
    private static readonly QuestionPrompt Prompt = new("q1", QuestionKind.Single, "题干", ["甲", "乙"]);
    private static readonly QuestionKey Key = new([0], "解析", new Basis.OfClause("fire-law", "2021", "第二十八条"));

    [Fact]
    public void Hash_is_lowercase_hexadecimal_and_the_same_for_the_same_text()
    {
        var first = new QuestionVersion(Prompt, Key, QuestionUse.Both, 1);
        var second = new QuestionVersion(Prompt with { Options = ["甲", "乙"] }, Key with { }, QuestionUse.Both, 1);

        Assert.Matches("^[0-9a-f]{64}$", first.Hash);
        Assert.Equal(first.Hash, second.Hash);
    }

    [Fact]
    public void Hash_never_changes_between_releases()
    {
        var version = new QuestionVersion(Prompt, Key, QuestionUse.Both, 1);

        Assert.Equal("be2ba33f7807eaa1e675600babbf759e25cdf061fbd86332f95f48a900d02958", version.Hash);
    }

    [Fact]
    public void Use_and_difficulty_are_not_part_of_the_hash()
    {
        var easy = new QuestionVersion(Prompt, Key, QuestionUse.Practice, 1);
        var hard = new QuestionVersion(Prompt, Key, QuestionUse.Examination, 3);

        Assert.Equal(easy.Hash, hard.Hash);
    }

    [Fact]
    public void Every_part_of_prompt_and_key_changes_the_hash()
    {
        QuestionVersion[] versions =
        [
            new(Prompt, Key, QuestionUse.Both, 1),
            new(Prompt with { Id = "q2" }, Key, QuestionUse.Both, 1),
            new(Prompt with { Kind = QuestionKind.Multiple }, Key, QuestionUse.Both, 1),
            new(Prompt with { Stem = "题干。" }, Key, QuestionUse.Both, 1),
            new(Prompt with { Options = ["乙", "甲"] }, Key, QuestionUse.Both, 1),
            new(Prompt with { Options = ["甲\noption 1 乙"] }, Key, QuestionUse.Both, 1),
            new(Prompt, Key with { CorrectOptions = [1] }, QuestionUse.Both, 1),
            new(Prompt, Key with { Explanation = "别的解析" }, QuestionUse.Both, 1),
            new(Prompt, Key with { Basis = new Basis.OfClause("fire-law", "2021", "第二十九条") }, QuestionUse.Both, 1),
            new(Prompt, Key with { Basis = new Basis.OfStatement("fire-law", "2021", "第二十八条") }, QuestionUse.Both, 1),
            new(Prompt, Key with { Basis = new Basis.OfDocument("fire-law", null, "2021") }, QuestionUse.Both, 1),
            new(Prompt, Key with { Basis = new Basis.OfDocument("fire-law", "某县", "2021") }, QuestionUse.Both, 1),
        ];

        Assert.Equal(versions.Length, versions.Select(version => version.Hash).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(QuestionUse.Practice, true, false)]
    [InlineData(QuestionUse.Examination, false, true)]
    [InlineData(QuestionUse.Both, true, true)]
    public void Use_decides_where_it_may_stand(QuestionUse use, bool practised, bool examined)
    {
        var version = new QuestionVersion(Prompt, Key, use, 1);

        Assert.Equal((practised, examined), (version.MayBePractised, version.MayBeExamined));
    }

    [Theory]
    [InlineData(new[] { 0, 2 }, true)]
    [InlineData(new[] { 2, 0 }, true)]
    [InlineData(new[] { 0 }, false)]
    [InlineData(new[] { 0, 1, 2 }, false)]
    [InlineData(new int[0], false)]
    public void Multiple_choice_is_all_or_nothing(int[] chosen, bool right)
    {
        var question = SomeQuestions.Multiple(0, 2);

        Assert.Equal(right, question.Key.IsAnsweredBy(chosen));
    }
}
