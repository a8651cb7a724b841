using System.Text;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes Aiken: stem, options and the answer, nothing else.</summary>
internal static class AikenWriter
{
    public static string Write(IEnumerable<ForeignQuestion> questions)
    {
        var text = new StringBuilder();
        foreach (var question in questions)
        {
            text.Append(question.Stem).Append('\n');
            foreach (var (place, option) in (question.Kind is QuestionKind.TrueFalse ? ["正确", "错误"] : question.Options).Index())
            {
                text.Append(ForeignDraft.Letter(place)).Append(". ").Append(option).Append('\n');
            }

            text.Append("ANSWER: ").Append(ForeignDraft.Letter(question.Right[0])).Append("\n\n");
        }

        return text.ToString();
    }
}
