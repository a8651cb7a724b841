using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Questions;

public sealed class NewBasisTests
{
    private static readonly Basis.OfClause Old = new("fire-law", "2019", "第一条"), Other = new("food-law", "2021", "第九条");

    [Fact]
    public void All_rest_on_one_clause_and_keep_the_further_ones_once()
    {
        var (version, why) = new NewBasis.OfClause(Other).Of(Resting(Old, Other, Old with { ClauseNumber = "第二条" }));

        Assert.Null(why);
        Assert.Equal([Other, Old with { ClauseNumber = "第二条" }], version?.Key.Bases);
    }

    [Fact]
    public void Each_rests_on_its_own_clauses_in_the_other_edition()
    {
        var (version, why) = Into("2024", Edition("2019", null, "第一条", "第二条"), Edition("2024", "2019", "第一条", "第二条"))
            .Of(Resting(Old, Other, Old with { ClauseNumber = "第二条" }));

        Assert.Null(why);
        Assert.Equal([Old with { Edition = "2024" }, Other, new Basis.OfClause("fire-law", "2024", "第二条")], version?.Key.Bases);
    }

    [Fact]
    public void A_clause_that_was_given_another_number_is_followed_past_one_that_was_inserted_in_its_place()
    {
        var next = Edition("2024", "2019", "第一条", "第二条");
        next = next with { Clauses = [next.Clauses[0] with { Text = "另一件事" }, next.Clauses[1] with { Formerly = "第一条" }] };

        Assert.Equal("第二条", NumberOf(Into("2024", Edition("2019", null, "第一条"), next)));
    }

    [Fact]
    public void A_clause_is_followed_through_every_edition_between()
    {
        var middle = Edition("2024", "2019", "第三条");
        middle = middle with { Clauses = [middle.Clauses[0] with { Formerly = "第一条" }] };
        var last = Edition("2026", "2024", "第一条", "第四条");
        last = last with { Clauses = [last.Clauses[0] with { Text = "另一件事" }, last.Clauses[1] with { Formerly = "第三条" }] };

        Assert.Equal("第四条", NumberOf(Into("2026", Edition("2019", null, "第一条"), middle, last)));
    }

    [Fact]
    public void Nothing_goes_back_to_an_earlier_edition_or_to_one_that_no_chain_leads_to()
    {
        Assert.Equal(NewBasisRefusal.ClauseGone, Into("2017", Edition("2017", null, "第一条"), Edition("2019", "2017", "第一条")).Of(Resting(Old)).Why);
        Assert.Equal(NewBasisRefusal.ClauseGone, Into("2024", Edition("2019", null, "第一条"), Edition("2024", null, "第一条")).Of(Resting(Old)).Why);
        Assert.Equal(NewBasisRefusal.ClauseGone, Into("2024", Edition("2024", "2019", "第一条")).Of(Resting(Old)).Why);
        Assert.Null(Into("2019", Edition("2019", null, "第一条")).Of(Resting(Old)).Why);
    }

    [Fact]
    public void A_clause_that_the_edition_has_not_and_a_question_on_another_document_stay()
    {
        var edition = Into("2024", Edition("2019", null, "第一条", "第二条"), Edition("2024", "2019", "第一条"));

        Assert.Equal(NewBasisRefusal.ClauseGone, edition.Of(Resting(Old, Old with { ClauseNumber = "第二条" })).Why);
        Assert.Equal(NewBasisRefusal.OtherDocument, edition.Of(Resting(Other)).Why);
        Assert.Equal(NewBasisRefusal.OtherDocument, edition.Of(Resting(new Basis.OfStatement("fire-law", "2019", "通道不堆物"))).Why);
    }

    private static NewBasis.OfEdition Into(string edition, params StandardEdition[] known) =>
        new(known.Single(one => string.Equals(one.Edition, edition, StringComparison.Ordinal)), new EditionHistory(known));

    private static string? NumberOf(NewBasis basis) => Assert.IsType<Basis.OfClause>(basis.Of(Resting(Old)).Version?.Key.Basis).ClauseNumber;

    private static QuestionVersion Resting(Basis basis, params Basis.OfClause[] more) =>
        new(new QuestionPrompt("q-1", QuestionKind.TrueFalse, "题干", []), new QuestionKey([0], "", basis) { MoreClauses = more }, QuestionUse.Both, 1);

    private static StandardEdition Edition(string name, string? replaces, params string[] numbers) => new()
    {
        Slug = "fire-law",
        Title = "某规定",
        Edition = name,
        Number = "某令第1号",
        Issuer = "某机关",
        Issued = new DateOnly(2024, 1, 1),
        Status = EditionStatus.InForce,
        Replaces = replaces is null ? null : new EditionName("fire-law", replaces),
        Clauses = [.. numbers.Select(number => new Clause(number, null, $"{number}的条文", ClauseSighting.Full))],
    };
}
