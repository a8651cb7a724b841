using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

/// <summary>Questions that say only what matters to the test.</summary>
internal static class SomeQuestions
{
    private static readonly Basis Law = new Basis.OfStatement("fire-law", "2021", "疏散通道要保持畅通");

    public static QuestionVersion Single(string id = "q1", int correct = 1, QuestionUse use = QuestionUse.Both) =>
        Of(id, QuestionKind.Single, use, [correct]);

    public static QuestionVersion Multiple(params int[] correct) => Of("m1", QuestionKind.Multiple, QuestionUse.Both, correct);

    public static QuestionVersion TrueFalse(bool isTrue = true, string id = "t1") =>
        Of(id, QuestionKind.TrueFalse, QuestionUse.Both, [isTrue ? 0 : 1]);

    public static QuestionVersion Of(string id, QuestionKind kind, QuestionUse use, IReadOnlyList<int> correct) =>
        new(
            new QuestionPrompt(id, kind, $"题干{id}", kind is QuestionKind.TrueFalse ? [] : ["甲", "乙", "丙", "丁"]),
            new QuestionKey(correct, "因为如此。", Law),
            use,
            difficulty: 1);
}
