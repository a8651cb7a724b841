using Microsoft.Extensions.Localization;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

/// <summary>What is said of a question of a file, in the reader's words.</summary>
internal static class QuestionImportWords
{
    extension(IStringLocalizer<QuestionImportsText> text)
    {
        /// <summary>Why it is not taken, then what is worth saying; each with how to mend it.</summary>
        public IReadOnlyList<string> Reasons(QuestionImportRow row) =>
        [
            .. row.NearTo is { } near ? [text.Near(row, near)] : Array.Empty<string>(),
            .. QuestionImportPage.ProblemsOf(row).OrderBy(problem => problem.IsNote).Select(text.Reason),
        ];

        public string Reason(ForeignProblem problem) => text["Fault_" + problem.Fault, problem.Detail].Value;

        public string Refusal(ForeignReading.Refused refused) =>
            text["File_" + refused.Why, refused.Line, refused.Detail].Value + (refused.Line > 0 ? text["File_Line", refused.Line].Value : "");

        private string Near(QuestionImportRow row, string near) => near.StartsWith('#') ? text["Near_File", near[1..]].Value
            : row.Verdict is QuestionVerdict.Near ? text["Near_Bank", near].Value
            : text["Near_Look", near].Value;
    }
}
