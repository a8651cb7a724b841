using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Contests.Stage;

/// <summary>Words for what is wrong with the terms of a contest on a stage.</summary>
internal static class StageChecks
{
    extension(Controller controller)
    {
        public void CheckStage(IStringLocalizer text, StageTerms terms, ContestPlan plan, IReadOnlyList<(string Field, string Key)> faults)
        {
            foreach (var (field, _) in faults)
            {
                controller.ModelState.AddModelError(field, text[field is nameof(StageInput.CreditMinutes) ? "Refusal_Credit" : "Range_Credit"]);
            }

            if (!terms.HasSoundTeams)
            {
                controller.ModelState.AddModelError(nameof(StageInput.Teams), text["Bad_Teams"]);
            }

            if (!terms.HasSoundRounds)
            {
                controller.ModelState.AddModelError(nameof(StageInput.Rounds), text["Bad_Rounds"]);
            }
            else if (!plan.IsSound)
            {
                controller.ModelState.AddModelError(nameof(StageInput.Courses), text["Bad_Source"]);
            }
        }
    }
}
