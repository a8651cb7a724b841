using TrainingHub.Records;

namespace TrainingHub.Assessments;

internal static class AssessmentsFeature
{
    extension(IServiceCollection services)
    {
        public void AddAssessments()
        {
            services.AddScoped<ILearningSource, AssessmentLearning>();
            services.AddScoped<AssessmentsQuery>();
            services.AddScoped<EnterAssessments>();
            services.AddScoped<WithdrawAssessment>();
        }
    }
}
