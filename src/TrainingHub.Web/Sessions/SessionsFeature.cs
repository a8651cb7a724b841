using TrainingHub.Courses;
using TrainingHub.Records;
using TrainingHub.Sessions.Papers;
using TrainingHub.Sessions.Plans;

namespace TrainingHub.Sessions;

internal static class SessionsFeature
{
    extension(IServiceCollection services)
    {
        public void AddSessions()
        {
            services.AddSingleton<HallSeal>();
            services.AddSingleton<ClosingSignal>();
            services.AddScoped<SessionLog>();
            services.AddScoped<TellParticipants>();
            services.AddScoped<FindSession>();
            services.AddScoped<PlanSession>();
            services.AddScoped<ChangeSession>();
            services.AddScoped<CancelSession>();
            services.AddScoped<AddBatch>();
            services.AddScoped<CallPeople>();
            services.AddScoped<AnswerCall>();
            services.AddScoped<TakeArrival>();
            services.AddScoped<MarkAttendance>();
            services.AddScoped<KeepSessionFile>();
            services.AddScoped<EnterStep>();
            services.AddScoped<CloseSession>();
            services.AddScoped<ContinueClosings>();
            services.AddScoped<ReopenSession>();
            services.AddScoped<SessionListQuery>();
            services.AddScoped<OwnSessionsQuery>();
            services.AddScoped<SessionQuery>();
            services.AddScoped<SessionChoicesQuery>();
            services.AddScoped<AttendanceQuery>();
            services.AddScoped<CandidatesQuery>();
            services.AddScoped<ClosingQuery>();
            services.AddScoped<LecturersQuery>();
            services.AddScoped<SessionQuizQuery>();
            services.AddSingleton<IPrintedPapers, PrintedPapers>();
            services.AddScoped<DrawPapers>();
            services.AddScoped<OpenPaper>();
            services.AddScoped<PaperRubrics>();
            services.AddScoped<KeepSheet>();
            services.AddScoped<EnterPapers>();
            services.AddScoped<EnterGuests>();
            services.AddScoped<ForeseeCorrection>();
            services.AddScoped<CorrectionEffectsQuery>();
            services.AddScoped<CorrectPaper>();
            services.AddScoped<PapersQuery>();
            services.AddScoped<PaperForms>();
            services.AddScoped<ILearningSource, SessionLearning>();
            services.AddHostedService<ClosingPump>();
            services.AddPlans();
        }
    }
}
