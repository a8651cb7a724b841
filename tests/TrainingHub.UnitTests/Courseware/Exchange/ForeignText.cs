using System.Text;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.UnitTests.Courseware.Exchange;

/// <summary>Shorthand for reading a text as a file.</summary>
internal static class ForeignText
{
    public static ForeignReading Read(string text) => ForeignFile.Read(Encoding.UTF8.GetBytes(text));

    public static IReadOnlyList<ForeignQuestion> Questions(string text) => Assert.IsType<ForeignReading.Read>(Read(text)).Questions;

    public static ForeignQuestion Only(string text) => Assert.Single(Questions(text));

    public static IEnumerable<ForeignFault> Faults(this ForeignQuestion question) => question.Problems.Where(problem => !problem.IsNote).Select(problem => problem.Fault);

    public static IEnumerable<ForeignFault> Notes(this ForeignQuestion question) =>
        question.Problems.Where(problem => problem.IsNote && problem.Fault is not (ForeignFault.BasisMissing or ForeignFault.ExplanationMissing)).Select(problem => problem.Fault);
}
