using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Sessions;

/// <summary>Reads the form of a session and says what is wrong with it.</summary>
internal static class SessionForms
{
    extension(ModelStateDictionary state)
    {
        /// <summary>The terms; null where something was found wrong, which then stands in the state.</summary>
        public SessionTerms? Read(SessionInput input, SessionChoices choices, IStringLocalizer<SessionsText> text)
        {
            var terms = input.ToTerms(choices);
            if (terms is null)
            {
                state.AddModelError(input.Filled.Any(half => half.Read() is null) ? nameof(SessionInput.HalfDays) : "", text[input.Filled.Any(half => half.Read() is null) ? "Bad_HalfDay" : "Bad_Choice"]);
                return null;
            }

            var programme = choices.Programmes.FirstOrDefault(one => one.Id == terms.ProgrammeId);
            foreach (var fault in terms.Faults(programme is null ? null : (programme.CycleFrom, programme.CycleUntil)))
            {
                if (state.GetFieldValidationState(FieldOf(fault)) is not ModelValidationState.Invalid)
                {
                    state.AddModelError(FieldOf(fault), text[$"Fault_{fault}"]);
                }
            }

            return state.IsValid ? terms : null;
        }
    }

    private static string FieldOf(SessionFault fault) => fault switch
    {
        SessionFault.SeatsOutOfRange => nameof(SessionInput.Seats),
        SessionFault.HoursOutOfRange => nameof(SessionInput.HoursPerHalfDay),
        SessionFault.NeededOutOfRange => nameof(SessionInput.HalfDaysNeeded),
        SessionFault.NoAgenda => nameof(SessionInput.Agenda),
        SessionFault.OutsideCycle => nameof(SessionInput.Programme),
        SessionFault.SameQuizTwice => nameof(SessionInput.PostQuiz),
        _ => nameof(SessionInput.HalfDays),
    };
}
