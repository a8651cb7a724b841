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
        var (version, why) = new NewBasis.OfEdition(Edition("第一条", "第二条")).Of(Resting(Old, Other, Old with { ClauseNumber = "第二条" }));

        Assert.Null(why);
        Assert.Equal([Old with { Edition = "2024" }, Other, new Basis.OfClause("fire-law", "2024", "第二条")], version?.Key.Bases);
    }

    [Fact]
    public void A_clause_that_was_given_another_number_is_followed()
    {
        var next = Edition("第三条", "第一条") with { Replaces = new EditionName("fire-law", "2019") };
        next = next with { Clauses = [next.Clauses[0] with { Formerly = "第一条" }, next.Clauses[1] with { Formerly = "第二条" }] };

        Assert.Equal("第三条", Assert.IsType<Basis.OfClause>(new NewBasis.OfEdition(next).Of(Resting(Old)).Version?.Key.Basis).ClauseNumber);
    }

    [Fact]
    public void A_clause_that_the_edition_has_not_and_a_question_on_another_document_stay()
    {
        var edition = new NewBasis.OfEdition(Edition("第一条"));

        Assert.Equal(NewBasisRefusal.ClauseGone, edition.Of(Resting(Old, Old with { ClauseNumber = "第二条" })).Why);
        Assert.Equal(NewBasisRefusal.OtherDocument, edition.Of(Resting(Other)).Why);
        Assert.Equal(NewBasisRefusal.OtherDocument, edition.Of(Resting(new Basis.OfStatement("fire-law", "2019", "通道不堆物"))).Why);
    }

    private static QuestionVersion Resting(Basis basis, params Basis.OfClause[] more) =>
        new(new QuestionPrompt("q-1", QuestionKind.TrueFalse, "题干", []), new QuestionKey([0], "", basis) { MoreClauses = more }, QuestionUse.Both, 1);

    private static StandardEdition Edition(params string[] numbers) => new()
    {
        Slug = "fire-law",
        Title = "某规定",
        Edition = "2024",
        Number = "某令第1号",
        Issuer = "某机关",
        Issued = new DateOnly(2024, 1, 1),
        Status = EditionStatus.InForce,
        Clauses = [.. numbers.Select(number => new Clause(number, null, "条文", ClauseSighting.Full))],
    };
}
