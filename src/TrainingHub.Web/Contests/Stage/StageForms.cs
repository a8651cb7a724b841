namespace TrainingHub.Contests.Stage;

/// <summary>What the form of a contest on a stage offers: the same as that of any contest in a hall.</summary>
public sealed class StageForms(ContestForms forms)
{
    public async Task<StageForm> NewAsync(StagePreset preset, StageInput input, CancellationToken cancel)
    {
        var form = await forms.NewAsync(new ContestInput { Organization = input.Organization }, cancel);
        return new StageForm(null, preset, input, form.Owners, form.Courses, null, []);
    }

    /// <param name="contest">On a stage.</param>
    /// <param name="input">What was typed; null: what is stored.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<StageForm> OfAsync(Contest contest, StageInput? input, CancellationToken cancel)
    {
        var form = await forms.OfAsync(contest, new ContestInput(), cancel);
        return new StageForm(contest.Code, null, input ?? StageInput.Of(contest), [], form.Courses, StageTermsJson.Read(contest.Stage ?? throw new InvalidOperationException("No stage.")), form.Drawn);
    }
}
