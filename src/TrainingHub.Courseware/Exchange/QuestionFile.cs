using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes questions as a file of a text format. Tables go through <see cref="TableWriter"/>.</summary>
public static class QuestionFile
{
    // What goes out says everything itself.
    private static readonly ImportDefaults Complete = new(new Basis.OfDocument("-", null, "-"), IsBasisChecked: true, QuestionUse.Both, null);

    /// <param name="format">Not a table, not a package.</param>
    /// <param name="questions">Such as the format carries (<see cref="ExchangeRule"/>).</param>
    public static string Write(ExchangeFormat format, IReadOnlyList<ForeignQuestion> questions) => format switch
    {
        ExchangeFormat.Gift => GiftWriter.Write(questions),
        ExchangeFormat.MoodleXml => MoodleXmlWriter.Write(questions),
        ExchangeFormat.Aiken => AikenWriter.Write(questions),
        ExchangeFormat.Markdown => MarkdownQuestions.Write(questions, Complete),
        _ => throw new UnreachableException(),
    };
}
