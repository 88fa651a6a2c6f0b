// A user of the schemas whose project is CommonJS.
import schema = require("cx-metrics/schema");

const response: schema.SurveyResponse = schema.npsResponseSchema.parse({ score: 9 });
export = response;
