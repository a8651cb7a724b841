using TrainingHub.Courseware;

namespace TrainingHub.Questions;

/// <summary>Puts a picture beside the stem of a question, or behind those of its case: the next version of it. Only what is shown of a file is kept.</summary>
public sealed class PutPicture(KeepPicture pictures, QuestionQuery questions, WriteQuestion write)
{
    /// <param name="question">In whose bank the person writes.</param>
    /// <param name="bytes">As uploaded.</param>
    /// <param name="alternative">What it shows.</param>
    /// <param name="isOfCase">Whether it belongs to the case instead of the stem.</param>
    /// <param name="isFurther">Whether those beside the stem stay where they are.</param>
    /// <param name="note">Of the new version.</param>
    /// <param name="revision">The state that the person saw.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<WriteOutcome> RunAsync(BankQuestion question, byte[] bytes, string alternative, bool isOfCase, bool isFurther, string note, int revision, CancellationToken cancel)
    {
        var (made, refusal) = await pictures.RunAsync(bytes, alternative, cancel);
        if (made is not { } picture)
        {
            return new WriteOutcome.Refused("Picture", refusal ?? "Picture_Refused");
        }

        var kept = await questions.KeptAsync(question, cancel);
        if (With(kept.Question.Prompt, picture, isOfCase, isFurther) is not { } prompt)
        {
            return new WriteOutcome.Refused(isOfCase ? "Place" : "Picture", isOfCase ? "Picture_NoCase" : "Picture_TooMany");
        }

        return await write.ChangeAsync(question, Of(kept, prompt), question.FolderId, note, revision, cancel);
    }

    /// <summary>Takes the first picture beside the stem away; a question that is answered on it keeps it.</summary>
    public async Task<WriteOutcome> RemoveAsync(BankQuestion question, string note, int revision, CancellationToken cancel)
    {
        var kept = await questions.KeptAsync(question, cancel);
        return kept.Question.Prompt.Kind is QuestionKind.Hotspot
            ? new WriteOutcome.Refused("", "Picture_Needed")
            : await write.ChangeAsync(question, Of(kept, WithoutFirst(kept.Question.Prompt)), question.FolderId, note, revision, cancel);
    }

    private static QuestionPrompt WithoutFirst(QuestionPrompt prompt) =>
        prompt.MorePictures is [var next, ..] ? prompt with { Picture = next, MorePictures = [.. prompt.MorePictures.Skip(1)] } : prompt with { Picture = null };

    private static QuestionPrompt? With(QuestionPrompt prompt, QuestionPicture picture, bool isOfCase, bool isFurther) =>
        !isOfCase && isFurther && prompt.Picture is not null
            ? prompt.Kind is QuestionKind.Hotspot || prompt.MorePictures.Count + 1 >= QuestionRule.MostPictures ? null : prompt with { MorePictures = [.. prompt.MorePictures, picture] }
        : !isOfCase ? prompt with { Picture = picture }
        : prompt.Case is { } story ? prompt with { Case = story with { Pictures = [.. story.Pictures, picture] } }
        : null;

    private static MarkdownQuestion Of(MarkdownQuestion kept, QuestionPrompt prompt) =>
        kept with { Question = new QuestionVersion(prompt, kept.Question.Key, kept.Question.Use, kept.Question.Difficulty) };
}
