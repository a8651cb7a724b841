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

        public string Reason(ForeignProblem problem) => problem switch
        {
            { Detail: "", Fault: ForeignFault.KindUnknown or ForeignFault.AnswerOutOfRange or ForeignFault.PairsMissing or ForeignFault.ZoneUnreadable } => text["Fault_" + problem.Fault + "_Bare"].Value,
            { Fault: ForeignFault.Unsupported } => text["Fault_" + problem.Fault, string.Join(" + ", problem.Detail.Split(" + ").Select(text.Kind))].Value,
            _ => text["Fault_" + problem.Fault, problem.Detail].Value,
        };

        // As other software calls them; what is not known stays as the file has it.
        private string Kind(string name) => text["Type_" + string.Concat(name.ToLowerInvariant().TakeWhile(char.IsAsciiLetter))] is { ResourceNotFound: false } word ? word.Value : name;

        public string Refusal(ForeignReading.Refused refused) =>
            text["File_" + refused.Why, refused.Line, refused.Detail].Value + (refused.Line > 0 ? text["File_Line", refused.Line].Value : "");

        private string Near(QuestionImportRow row, string near) => near.StartsWith('#') ? text[row.Verdict is QuestionVerdict.Same ? "Near_File" : "Near_FileLike", near[1..]].Value
            : row.Verdict switch
            {
                QuestionVerdict.Same => text["Near_Bank", near].Value,
                QuestionVerdict.Near or QuestionVerdict.NearTaken => text["Near_BankLike", near].Value,
                _ => text["Near_Look", near].Value,
            };
    }
}
